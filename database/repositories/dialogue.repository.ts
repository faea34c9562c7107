import type { Insertable, Selectable } from 'kysely';
import type { Tx } from '../database';
import type { DialogueTable } from '../tables';

export type Dialogue = Selectable<DialogueTable>;

export async function insertDialogue(
  tx: Tx,
  municipalityId: string,
  dialogue: Omit<Insertable<DialogueTable>, 'municipality_id'>,
): Promise<void> {
  await tx
    .insertInto('dialogue')
    .values({ ...dialogue, municipality_id: municipalityId })
    .execute();
}

/** What is asked in a case, by whom; undefined for a case that is no dialogue. */
export function findDialogue(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<Dialogue | undefined> {
  return tx
    .selectFrom('dialogue')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}

/** The dialogues of a party that go on. */
export async function openDialoguesOf(
  tx: Tx,
  municipalityId: string,
  partyId: string,
): Promise<string[]> {
  const found = await tx
    .selectFrom('dialogue')
    .innerJoin('cases', 'cases.id', 'dialogue.case_id')
    .select('dialogue.case_id')
    .where('dialogue.municipality_id', '=', municipalityId)
    .where('dialogue.party_id', '=', partyId)
    .where('cases.closed_at', 'is', null)
    .orderBy('dialogue.case_id')
    .execute();
  return found.map(({ case_id: caseId }) => caseId);
}

/** What whoever asked in a dialogue is asked, and has not answered. */
export function openReactions(tx: Tx, municipalityId: string, caseId: string) {
  return tx
    .selectFrom('task')
    .select('task.id')
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('assignee_role', '=', 'asker')
    .where('state', '=', 'open')
    .execute();
}

/** The dialogues that the answers of a follow-up have begun, with when each was first answered. */
export function dialoguesOfFollowUp(tx: Tx, municipalityId: string, followUpCaseId: string) {
  return tx
    .selectFrom('dialogue')
    .innerJoin('cases', 'cases.id', 'dialogue.case_id')
    .select(['dialogue.theme', 'dialogue.party_id', 'dialogue.office_id'])
    .select(['cases.opened_at', 'cases.closed_at'])
    .select((select) =>
      select
        .selectFrom('task')
        .select((each) => each.fn.min('task.answered_at').as('at'))
        .whereRef('task.case_id', '=', 'dialogue.case_id')
        .where('task.kind', '=', 'reply')
        .as('first_reply_at'),
    )
    .where('dialogue.municipality_id', '=', municipalityId)
    .where('dialogue.follow_up_case_id', '=', followUpCaseId)
    .execute();
}
