import { randomUUID } from 'node:crypto';
import type { Insertable, Selectable } from 'kysely';
import type { Invited } from '../../domain/first-agreement/first-agreement';
import type { Tx } from '../database';
import type { AgreementDraftTable, InvitedOrganisationTable, OpenAnswerTable } from '../tables';

export type InvitedOrganisation = Selectable<InvitedOrganisationTable>;
export type OpenAnswer = Selectable<OpenAnswerTable>;
export type AgreementDraft = Selectable<AgreementDraftTable>;

/** Keeps who is invited, in this order. Once for each case. */
export async function invite(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  organisations: readonly Invited[],
  at: Date,
): Promise<void> {
  if (organisations.length === 0) return;
  await tx
    .insertInto('invited_organisation')
    .values(
      organisations.map((each, i) => ({
        ...{ ...asRow(each), id: randomUUID(), municipality_id: municipalityId, case_id: caseId },
        ...{ position: i + 1, invited_at: at },
      })),
    )
    .execute();
}

/** Keeps one more of them; returns its id. */
export async function inviteOneMore(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  { position, ...one }: Invited & { position: number },
  at: Date,
): Promise<string> {
  const id = randomUUID();
  const of = { id, municipality_id: municipalityId, case_id: caseId };
  const row = { ...asRow(one), ...of, position, invited_at: at };
  await tx.insertInto('invited_organisation').values(row).execute();
  return id;
}

function asRow({ name, email, postal, language }: Invited) {
  return { name, email, postal: postal ?? null, language };
}

/** Who is invited to the way to a first agreement, in their order. */
export function invitedTo(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<InvitedOrganisation[]> {
  return tx
    .selectFrom('invited_organisation')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute();
}

/** Keeps what somebody has answered who was not asked; the same key again keeps nothing more. */
export async function keepOpenAnswer(
  tx: Tx,
  municipalityId: string,
  { answers, ...answer }: Omit<OpenAnswer, 'municipality_id' | 'id'>,
): Promise<{ isNew: boolean }> {
  const kept = await tx
    .insertInto('open_answer')
    .values({
      ...(answer satisfies Omit<Insertable<OpenAnswerTable>, 'municipality_id' | 'id' | 'answers'>),
      ...{ id: randomUUID(), municipality_id: municipalityId, answers: JSON.stringify(answers) },
    })
    .onConflict((conflict) => conflict.columns(['municipality_id', 'submission_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return { isNew: kept !== undefined };
}

/** What was answered by those who were not asked, oldest first. */
export function openAnswersTo(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<OpenAnswer[]> {
  return tx
    .selectFrom('open_answer')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('answered_at')
    .orderBy('id')
    .execute();
}

/** Keeps the draft that a case has ended with. */
export async function insertAgreementDraft(
  tx: Tx,
  municipalityId: string,
  { file, ...draft }: Omit<AgreementDraft, 'municipality_id'>,
): Promise<void> {
  await tx
    .insertInto('agreement_draft')
    .values({ ...draft, municipality_id: municipalityId, file: file ? JSON.stringify(file) : null })
    .execute();
}

/** The draft that a case has ended with. */
export function findAgreementDraft(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<AgreementDraft | undefined> {
  return tx
    .selectFrom('agreement_draft')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
}
