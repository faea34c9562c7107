import { appendAudit } from '../../database/repositories/audit.repository';
import { pinnedAgreement } from '../../database/repositories/agreement.repository';
import {
  openCollection,
  type NewRespondent,
} from '../../database/repositories/collection.repository';
import { allParties } from '../../database/repositories/party.repository';
import { endOfDay } from '../../domain/calendar';
import { standardQuestions } from '../../domain/follow-up/questions';
import { followUpReference } from '../../domain/follow-up/form';
import { sideOf, type RespondentKind } from '../../domain/follow-up/respondent';
import type { CollectedKind, CollectionTimes } from '../../domain/process';
import { taskConfiguration, timesFrom } from './open-round';
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
  const { deadline, remind_at: remindAt } = timesFrom(at, taskConfiguration(recording, kind));
  const respondents = await everybody(recording);
  await openCollection(tx, current, { key, kind, deadline, remindAt, at }, respondents);
  const entry = { at, actor: 'system', event: 'collectionOpened' } as const;
  const details = { step: key, respondents: respondents.length };
  await appendAudit(tx, current.municipality_id, current.id, { ...entry, details });
  return { deadlineAt: endOfDay(deadline).getTime(), remindAt };
}

/** The parties of the agreement, and the municipality's offices and companies. */
async function everybody({ tx, municipality }: Recording): Promise<NewRespondent[]> {
  const parties = await allParties(tx, municipality.id);
  const organisations = parties
    .filter(({ ended_on: ended }) => ended === null)
    .map(({ id, organisation_name: name }) => respondent('organisation', name, { party_id: id }));
  const language = municipality.defaultLanguage;
  const offices = (municipality.offices ?? []).map(
    ({ id, name, kind = 'office' as RespondentKind }) =>
      respondent(kind, name[language], { office_id: id }),
  );
  return [...organisations, ...offices];
}

function respondent(
  kind: RespondentKind,
  name: string,
  of: { party_id: string } | { office_id: string },
): NewRespondent {
  return { side: sideOf[kind], kind, name, party_id: null, office_id: null, ...of };
}

/** The forms of the follow-up, as the case's agreement version and the latest questions make them. */
export async function followUpForms({
  tx,
  municipality,
  current,
}: Recording): Promise<(kind: RespondentKind) => string> {
  const { version: agreementVersion } = await pinnedAgreement(tx, current);
  const { edition } = municipality.followUp?.questions?.at(-1) ?? standardQuestions;
  return (kind) => followUpReference({ kind, edition, agreementVersion });
}
