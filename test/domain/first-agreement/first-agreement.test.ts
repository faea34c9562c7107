import { compileSurvey } from '../../../domain/first-agreement/compilation';
import {
  beginningFaults,
  organisationsOf,
  stepFaults,
} from '../../../domain/first-agreement/first-agreement';
import { stepsAt } from '../../../domain/first-agreement/steps';
import { forumOf, occasionOf } from '../../../domain/forum/forum';

describe('the way to a first agreement', () => {
  it('begins with a decision that has been taken, and invites nobody twice', () => {
    const organisations = [
      { name: 'A', email: 'a@x.example', language: 'sv' },
      { name: 'B', email: 'A@x.example', language: 'en' },
    ];
    const answers = { decidedOn: '2027-01-02', surveyUntil: '2027-01-01', organisations };
    expect(beginningFaults(answers, '2027-01-01')).toEqual({
      decidedOn: 'dayAhead',
      surveyUntil: 'dayBehind',
      'organisations.1.email': 'emailRepeated',
    });
    expect(beginningFaults({ decidedOn: '2027-01-01' }, '2027-01-01')).toEqual({});
    expect(organisationsOf({ organisations: [{ name: 'A', email: 'a@x.example' }] }, 'sv')).toEqual(
      [{ name: 'A', email: 'a@x.example', language: 'sv' }],
    );
  });

  it('goes on to days that are to come, and to a draft that says something', () => {
    expect(stepFaults('openSurvey', { lastDay: '2027-01-01' }, '2027-01-01')).toEqual({
      lastDay: 'dayBehind',
    });
    expect(stepFaults('closeWorkshops', { draftDay: '2027-01-02' }, '2027-01-01')).toEqual({});
    expect(stepFaults('handOver', { summary: 'S', met: 'M' }, '2027-01-01')).toEqual({
      draft: 'unreachable',
    });
    expect(stepFaults('handOver', { text: 'Utkast' }, '2027-01-01')).toEqual({});
    expect(stepFaults('notes', {}, '2027-01-01')).toEqual({});
  });

  it('stands at the step after what has been done, or is left there', () => {
    const passed = {
      ...{ surveyOpened: true, surveyClosed: false, workshopsClosed: false, handedOver: false },
      ended: false,
    };
    const states = (more: Partial<typeof passed>) =>
      stepsAt({ ...passed, ...more }).map(({ state }) => state);
    expect(states({})).toEqual(['done', 'now', 'next', 'next']);
    expect(states({ ended: true })).toEqual(['done', 'left', 'left', 'left']);
    const all = { surveyClosed: true, workshopsClosed: true, handedOver: true };
    expect(states(all)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('has meetings that are forums, each part of one work', () => {
    expect(forumOf({ occasion: occasionOf('workshop', 'c') })).toMatchObject({
      ...{ kind: 'workshop', within: 'c', registration: true },
    });
    expect(forumOf({ withoutRegistration: true })).toMatchObject({
      ...{ kind: 'forum', within: null, registration: false },
    });
    expect(forumOf({ occasion: 'party:c' })).toMatchObject({ kind: 'forum', within: null });
  });
});

it('compiles a survey question by question, those who were invited apart', () => {
  const needs = (text: string) => ({ needs: text });
  const compiled = compileSurvey({
    asked: 3,
    invited: [
      { who: 'A', late: false, answers: needs('Lokaler') },
      { who: 'B', late: true, answers: {} },
    ],
    others: [{ who: null, late: false, answers: needs('Bussar') }],
  });
  expect(compiled).toMatchObject({ asked: 3, answered: 2, late: 1, open: 1 });
  expect(compiled.questions[0]).toEqual({
    id: 'needs',
    invited: [{ who: 'A', late: false, text: 'Lokaler' }],
    others: [{ who: null, late: false, text: 'Bussar' }],
  });
  expect(compiled.questions[1]).toMatchObject({ invited: [], others: [] });
});
