import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { adoptBudget, plannedKey, recordPlan } from '../../database/repositories/budget.repository';
import { standingAnswer } from '../../database/repositories/corrected-answer.repository';
import { postTransaction } from '../../database/repositories/ledger.repository';
import {
  findSettlement,
  keepSettled,
  openSettlement,
} from '../../database/repositories/settlement.repository';
import { insertSubmission } from '../../database/repositories/submission.repository';
import { budgetSettlementAccount } from '../../domain/forms/definitions/budget-settlement-account';
import { budgetTransferCheck } from '../../domain/forms/definitions/budget-transfer-check';
import { formReference } from '../../domain/forms/registry';
import type { Answers, FormDefinition } from '../../domain/forms/types';
import type { LedgerConfiguration } from '../../domain/ledger/coding';
import { plannedEntries } from '../../domain/ledger/plan';
import { asAmounts, settle } from '../../domain/ledger/settlement';

const line = 'Konferens';
const decision = 'KF 2017-09-24 § 142';

interface Cases {
  transferId: string;
  /** Of the transfer, whose answer was the controller's check. */
  checkId: string;
  /** Its settlement, with the task whose answer was the account. */
  settlementId: string;
  taskId: string;
}

/** A year of a transfer of 100 kronor from KS to KFN, all of which was used, as a settlement has left it. */
export async function settleAYear(
  tx: Tx,
  municipalityId: string,
  book: LedgerConfiguration,
  { transferId, checkId, settlementId, taskId, year }: Cases & { year: number },
): Promise<void> {
  const planned = { giver: 'KS', receiver: 'KFN', year, ore: 10_000 };
  const plan = { ...planned, lines: [{ name: line, ore: 10_000 }] };
  const by = { recordedBy: 'controller', decision };
  await adoptBudget(
    tx,
    municipalityId,
    { committee: 'KS', year, ore: 100_000, after: 0, decidedOn: `${year - 1}-11-27`, ...by },
    book,
  );
  await recordPlan(tx, municipalityId, transferId, decision, [plan]);
  const posting = { ...by, kind: 'transfer', postedOn: `${year}-03-01` } as const;
  const entries = plannedEntries(plan);
  await postTransaction(
    tx,
    municipalityId,
    { ...posting, key: plannedKey(transferId, year), entries },
    book,
  );
  const at = new Date(`${year + 1}-02-01T09:00:00Z`);
  const of = { transferId, year, caseId: settlementId, moved: plan.lines };
  await openSettlement(tx, municipalityId, { ...of, openedAt: at });
  const lines = settle(plan.lines, plan.lines, 'giveBack');
  await keepSettled(tx, municipalityId, { transferId, year, lines, decision, at });
  const answered = { municipalityId, at };
  await answer(tx, answered, {
    ...{ caseId: transferId, taskId: checkId, kind: 'verify', outcome: 'approve' },
    ...{ form: budgetTransferCheck, answers: { outcome: 'approve' } },
  });
  await answer(tx, answered, {
    ...{ caseId: settlementId, taskId, kind: 'account', form: budgetSettlementAccount },
    answers: { used: asAmounts(year, plan.lines), rest: 'giveBack' },
  });
}

async function answer(
  tx: Tx,
  { municipalityId, at }: { municipalityId: string; at: Date },
  said: {
    caseId: string;
    taskId: string;
    kind: string;
    outcome?: 'approve';
    form: FormDefinition;
    answers: Answers;
  },
): Promise<void> {
  const { caseId, taskId, kind, outcome, form, answers } = said;
  const id = randomUUID();
  await insertSubmission(tx, municipalityId, {
    ...{ id, case_id: caseId, task_id: taskId, language: 'sv', answers },
    form_reference: formReference(form),
    ...{ sha256: '0'.repeat(64), submission_key: null, submitted_at: at },
  });
  await tx
    .updateTable('task')
    .set({ kind, state: 'answered', submission_id: id, answered_at: at })
    .set({ outcome: outcome ?? null })
    .where('id', '=', taskId)
    .execute();
}

/** A correction of it that says something else than what is accounted for now. */
export async function aCorrection(tx: Tx, municipalityId: string, settlementId: string) {
  const found = await findSettlement(tx, municipalityId, settlementId);
  if (!found?.settled) throw new Error('settlement.unknown');
  const { year, settled } = found;
  const of = { caseId: settlementId, kind: 'account' };
  const standing = await standingAnswer(tx, municipalityId, of);
  const kronor = settled.accounted[0]?.ore === 10_000 ? '50' : '100';
  return {
    corrects: standing?.id,
    answers: {
      used: { years: [String(year)], lines: [{ name: line, amounts: [kronor] }] },
      reason: 'En nolla för lite.',
    },
  };
}
