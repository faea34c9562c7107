import { askedQuestions } from '../../database/asked-questions';
import { appendAudit } from '../../database/repositories/audit.repository';
import { pinnedAgreement } from '../../database/repositories/agreement.repository';
import {
  openCollection,
  type NewRespondent,
} from '../../database/repositories/collection.repository';
import { invitedTo } from '../../database/repositories/first-agreement.repository';
import { allParties } from '../../database/repositories/party.repository';
import { latestAnswer } from '../../database/repositories/submission.repository';
import { timesFrom, timesUntil, type Times } from '../../domain/asking/times';
import { endOfDay } from '../../domain/calendar';
import { dayIn } from '../../domain/first-agreement/first-agreement';
import { followUpReference } from '../../domain/follow-up/form';
import { sideOf, type RespondentKind } from '../../domain/follow-up/respondent';
import type { CollectedKind, CollectionTimes } from '../../domain/process';
import { taskConfiguration } from './open-round';
import { focusForm } from './tend-focus-areas';
import type { Recording } from './record-steps';

/**
 * Sets out to ask many: who they are is settled now, and they are asked in batches. Whoever accedes
 * later is asked next time.
 */
export async function beginCollection(
  recording: Recording,
  key: string,
  kind: CollectedKind,
): Promise<CollectionTimes> {
  const { tx, current, at } = recording;
  const { deadline, remind_at: remindAt } = await timesOf(recording, kind);
  const respondents = await collected[kind].respondents(recording);
  await openCollection(tx, current, { key, kind, deadline, remindAt, at }, respondents);
  const entry = { at, actor: 'system', event: 'collectionOpened' } as const;
  const details = { step: key, respondents: respondents.length };
  await appendAudit(tx, current.municipality_id, current.id, { ...entry, details });
  return { deadlineAt: endOfDay(deadline).getTime(), remindAt };
}

/** What is different about the questions that are put to many: who is asked, and with which form. */
interface Collected {
  respondents(recording: Recording): Promise<NewRespondent[]>;
  /** References of the forms, by the kind of respondent. */
  forms(recording: Recording): Promise<(kind: RespondentKind) => string>;
  /** The last day, where somebody sets it each time; else configuration does. */
  lastDay?(recording: Recording): Promise<string>;
}

export const collected: Record<CollectedKind, Collected> = {
  followUp: { respondents: everybody, forms: followUpForms },
  voteFocus: {
    respondents: parties,
    async forms(recording) {
      const form = await focusForm(recording, 'vote');
      return () => form;
    },
  },
  survey: {
    respondents: everybodyInvited,
    forms(recording) {
      const { form } = taskConfiguration(recording, 'survey');
      if (form === undefined) throw new Error('task.unconfigured');
      return Promise.resolve(() => form);
    },
    async lastDay({ tx, municipality, current: { id: caseId } }) {
      const said = await latestAnswer(tx, municipality.id, { caseId, kind: 'openSurvey' });
      if (!said) throw new Error('task.unanswered');
      return dayIn(said.answers, 'lastDay');
    },
  },
};

async function timesOf(recording: Recording, kind: CollectedKind): Promise<Times> {
  const configuration = taskConfiguration(recording, kind);
  const lastDay = await collected[kind].lastDay?.(recording);
  return lastDay === undefined
    ? timesFrom(recording.at, configuration)
    : timesUntil(lastDay, recording.at, configuration);
}

/** The parties of the agreement. */
async function parties({ tx, municipality }: Recording): Promise<NewRespondent[]> {
  return (await allParties(tx, municipality.id))
    .filter(({ ended_on: ended }) => ended === null)
    .map(({ id, organisation_name: name }) => respondent('organisation', name, { party_id: id }));
}

/** The same, and the municipality's offices and companies. */
async function everybody(recording: Recording): Promise<NewRespondent[]> {
  const { municipality } = recording;
  const language = municipality.defaultLanguage;
  const offices = (municipality.offices ?? []).map(
    ({ id, name, kind = 'office' as RespondentKind }) =>
      respondent(kind, name[language], { office_id: id }),
  );
  return [...(await parties(recording)), ...offices];
}

/** Who is invited to the way to a first agreement. */
async function everybodyInvited({ tx, municipality, current }: Recording) {
  const invited = await invitedTo(tx, municipality.id, current.id);
  return invited.map(({ id, name }) => respondent('organisation', name, { invited_id: id }));
}

function respondent(
  kind: RespondentKind,
  name: string,
  of: { party_id: string } | { office_id: string } | { invited_id: string },
): NewRespondent {
  return { side: sideOf[kind], kind, name, party_id: null, office_id: null, ...of };
}

/** The forms of the follow-up, as the case's agreement version and its questions make them: the same for whoever is asked later. */
async function followUpForms({
  tx,
  municipality,
  current,
}: Recording): Promise<(kind: RespondentKind) => string> {
  const { version: agreementVersion } = await pinnedAgreement(tx, current);
  const { edition } = await askedQuestions(tx, municipality, current.id);
  return (kind) => followUpReference({ kind, edition, agreementVersion });
}
