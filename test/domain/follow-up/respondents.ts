import { sodertaljeAgreement } from '../../../config/municipalities/sodertalje/agreement';
import { ratingField } from '../../../domain/follow-up/field-names';
import { standardQuestions } from '../../../domain/follow-up/questions';
import { reportPrinciples } from '../../../domain/follow-up/report';
import type { ReportInput, Respondent } from '../../../domain/follow-up/report-shapes';
import { sideOf, type RespondentKind } from '../../../domain/follow-up/respondent';
import type { Answers } from '../../../domain/forms/types';

export const principles = reportPrinciples(sodertaljeAgreement.texts);

/** Every principle rated the same: the own side and the other one. */
export function rate(own: number | 'cannotSay', other: number | 'cannotSay'): Answers {
  return Object.fromEntries(
    principles.flatMap(({ id }) => [
      [ratingField(id, 'Own'), String(own)],
      [ratingField(id, 'Other'), String(other)],
    ]),
  );
}

let last = 0;

/** Somebody who was asked, and what they answered if they did. */
export function asked(
  kind: RespondentKind,
  answers?: Answers,
  own: Partial<Respondent> = {},
): Respondent {
  last += 1;
  return {
    ...{ id: `r${last}`, name: `Part ${last}`, side: sideOf[kind], kind, late: false },
    ...(answers && { answers, answeredAt: '2027-02-10T10:00:00.000Z' }),
    ...own,
  };
}

export function several<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

export function reportInput(
  respondents: readonly Respondent[],
  own: Partial<ReportInput> = {},
): ReportInput {
  const { version: agreementVersion } = sodertaljeAgreement;
  return {
    ...{ cycle: 2027, agreementVersion, principles, questions: standardQuestions, respondents },
    ...own,
  };
}

const texts = [
  'Vi får svar samma dag nu för tiden.',
  'Det är fortfarande svårt att veta vem man ska ringa.\nVäxeln kopplar fel.',
  'Mötena är bra, men de ligger alltid på dagtid.',
];

/** A year as it may be: most have answered, some late, with something in every part of the report. */
export function aFullYear(own: Partial<ReportInput> = {}, organisations = 24): ReportInput {
  const answersOf = (i: number): Answers => ({
    ...Object.fromEntries(
      principles.flatMap(({ id }, p) => [
        [ratingField(id, 'Own'), String(((i + p) % 3) + 3)],
        [ratingField(id, 'Other'), i % 9 === 8 ? 'cannotSay' : String(((i * 2 + p) % 4) + 1)],
      ]),
    ),
    ...(i % 4 === 0 && { opennessComment: texts[(i / 4) % texts.length] ?? '' }),
    ...(i % 3 === 0 && {
      dialogueSingle: true as const,
      dialogueMunicipality3: i % 2 === 0 ? 'kept' : 'partly',
      ...(i === 3 && { dialogueMunicipality3Comment: 'Två möten blev ett.' }),
    }),
    ...(i % 2 === 0 && { matters: [{ theme: i % 4 === 0 ? 'premises' : 'support', text: 'x' }] }),
    ...(i % 6 === 0 && {
      proposals: [{ area: 'Ungas fritid', why: 'Många har inget att göra efter skolan.' }],
    }),
    numberMembers: String(40 + i),
    numberActivities: String(i % 5),
  });
  const withoutMembers = ({ numberMembers: _, ...answers }: Answers): Answers => answers;
  const respondents = [
    ...several(organisations, (i) =>
      asked('organisation', i % 6 === 5 ? undefined : answersOf(i), { late: i % 4 === 1 }),
    ),
    ...several(7, (i) => asked('office', i === 6 ? undefined : withoutMembers(answersOf(i + 1)))),
    ...several(5, (i) => asked('company', withoutMembers(answersOf(i + 2)))),
  ];
  return reportInput(respondents, {
    dialogues: [
      ...several(6, (i) => raised('premises', `${i}`, true, 4)),
      ...several(5, (i) => raised('support', `${i}`, false, 9)),
      raised('contact', '7', false, null),
    ],
    planEvaluatedIn: 2026,
    plan: [
      {
        ...{ id: 'p1', state: 'underWay' },
        area: { sv: 'Samverkan', en: 'Cooperation' },
        text: { sv: 'Ordna möten över gränserna', en: 'Hold meetings across borders' },
      },
      {
        ...{ id: 'p2', state: 'done' },
        area: { sv: 'Information och delaktighet', en: 'Information and participation' },
        text: { sv: 'Skicka ett nyhetsbrev', en: 'Send a newsletter' },
      },
    ],
    ...own,
  });
}

function raised(theme: string, askedBy: string, closed: boolean, daysToAnswer: number | null) {
  return { theme, askedBy, closed, daysToAnswer };
}
