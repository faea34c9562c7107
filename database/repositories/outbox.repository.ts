import type { Selectable } from 'kysely';
import { draftKeeping } from '../../domain/drafts';
import { letterMending } from '../../domain/mending';
import { agreementWheel } from '../../domain/follow-up/wheel';
import { statementFiling } from '../../domain/ledger/statement';
import { subscriptionKeeping } from '../../domain/newsletter/subscription';
import { announced, type Tx } from '../database';
import type { CaseTable, OutboxTable } from '../tables';

export type OutboxRow = Selectable<OutboxTable>;

/**
 * What word is of: a case, a draft that is no case yet, a statement to be made, the year's wheel, letters
 * that did not arrive, or a subscription to the newsletter.
 */
export type Subject =
  | { caseId: string }
  | { draftId: string }
  | { statementId: string }
  | { wheelId: string }
  | { mendingId: string }
  | { subscriberId: string };

export type Word = Subject & {
  taskId?: string;
  kind: OutboxRow['kind'];
  at: Date;
};

/** Leaves word for the relay, in the transaction that made the change. */
export async function addToOutbox(tx: Tx, municipalityId: string, word: Word): Promise<void> {
  await tx.insertInto('outbox').values(outboxValues(municipalityId, word)).execute();
}

/** The same from a process that has no relay to nudge: the server's hears of it when this commits. */
export async function announceWord(
  tx: Tx,
  municipalityId: string,
  word: Word & { caseId: string },
): Promise<void> {
  await tx
    .insertInto('outbox')
    .values(outboxValues(municipalityId, word))
    .returning(announced({ what: 'word', municipalityId, caseId: word.caseId }))
    .execute();
}

/** The column that has the id of a subject. */
function columnOf(subject: Subject) {
  if ('caseId' in subject) return ['case_id', subject.caseId] as const;
  if ('draftId' in subject) return ['draft_id', subject.draftId] as const;
  if ('statementId' in subject) return ['statement_id', subject.statementId] as const;
  if ('mendingId' in subject) return ['mending_id', subject.mendingId] as const;
  if ('wheelId' in subject) return ['wheel_id', subject.wheelId] as const;
  return ['subscriber_id', subject.subscriberId] as const;
}

export function outboxValues(municipalityId: string, word: Word) {
  const [column, id] = columnOf(word);
  return {
    municipality_id: municipalityId,
    ...{ case_id: null, draft_id: null, statement_id: null, wheel_id: null, mending_id: null },
    subscriber_id: null,
    [column]: id,
    task_id: word.taskId ?? null,
    kind: word.kind,
    created_at: word.at,
    sent_at: null,
    consumed_at: null,
  };
}

/** Word for the workflow of a case or a draft, with what is needed to start it where it is not running. */
export interface WordToRelay extends Pick<OutboxRow, 'id' | 'kind'> {
  /** Whose workflow: the case's, or the draft's. */
  subjectId: string;
  process: string;
  phase: Selectable<CaseTable>['phase'];
}

/** Rows the workflow has not consumed and that were not sent since `sentBefore`, oldest first. */
export async function rowsToRelay(
  tx: Tx,
  municipalityId: string,
  sentBefore: Date,
  limit: number,
): Promise<WordToRelay[]> {
  const rows = await tx
    .selectFrom('outbox')
    .leftJoin('cases', 'cases.id', 'outbox.case_id')
    .select(['outbox.id', 'outbox.case_id', 'outbox.draft_id', 'outbox.kind'])
    .select(['outbox.statement_id', 'outbox.wheel_id', 'outbox.mending_id'])
    .select(['outbox.subscriber_id'])
    .select(['cases.process', 'cases.phase'])
    .where('outbox.municipality_id', '=', municipalityId)
    .where('outbox.consumed_at', 'is', null)
    .where((where) =>
      where.or([where('outbox.sent_at', 'is', null), where('outbox.sent_at', '<', sentBefore)]),
    )
    .orderBy('outbox.id')
    .limit(limit)
    .execute();
  return rows.flatMap(({ id, kind, process, phase, ...subject }) => {
    const { case_id, draft_id, statement_id, wheel_id, mending_id, subscriber_id } = subject;
    if (case_id && process && phase) return [{ id, kind, subjectId: case_id, process, phase }];
    if (mending_id) return [{ id, kind, subjectId: mending_id, ...letterMending }];
    if (wheel_id) return [{ id, kind, subjectId: wheel_id, ...agreementWheel }];
    if (subscriber_id) return [{ id, kind, subjectId: subscriber_id, ...subscriptionKeeping }];
    if (statement_id) return [{ id, kind, subjectId: statement_id, ...statementFiling }];
    return draft_id ? [{ id, kind, subjectId: draft_id, ...draftKeeping }] : [];
  });
}

export async function markRelayed(
  tx: Tx,
  municipalityId: string,
  ids: readonly number[],
  at: Date,
): Promise<void> {
  await tx
    .updateTable('outbox')
    .set((set) => ({
      sent_at: at,
      // Trying again is done once it is heard; the others end when the workflow has seen what they say.
      consumed_at: set
        .case()
        .when('kind', '=', 'retry')
        .then(at)
        .else(set.ref('consumed_at'))
        .end(),
    }))
    .where('municipality_id', '=', municipalityId)
    .where('id', 'in', ids)
    .execute();
}

/** Whether somebody has asked a case to look, and it has not done so yet. */
export async function hasWord(tx: Tx, municipalityId: string, caseId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('outbox')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('kind', '=', 'look')
    .where('consumed_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** The workflow has seen it: all word of a subject, or that of one kind, ends here. */
export async function consumeOutbox(
  tx: Tx,
  municipalityId: string,
  of: Subject & { kind?: OutboxRow['kind'] },
  at: Date,
): Promise<void> {
  const [column, id] = columnOf(of);
  await tx
    .updateTable('outbox')
    .set({ consumed_at: at })
    .where((where) =>
      where.and({
        ...{ municipality_id: municipalityId, [column]: id },
        ...(of.kind && { kind: of.kind }),
      }),
    )
    .where('consumed_at', 'is', null)
    .execute();
}
