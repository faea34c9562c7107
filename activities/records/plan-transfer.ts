import { recordPlan } from '../../database/repositories/budget.repository';
import {
  decisionsOfCases,
  type CommitteeDecision,
} from '../../database/repositories/decision.repository';
import {
  circulationsOf,
  mattersOf,
  type Matter,
} from '../../database/repositories/matter.repository';
import {
  applicationsOfCase,
  getApplication,
} from '../../database/repositories/submission.repository';
import { carries, planOf, requestedTransfer } from '../../domain/ledger/plan';
import type { Recording } from './record-steps';

/** Keeps what a decided transfer moves in each year, with the decision it rests on. Repeatable. */
export async function planTransfer(recording: Recording): Promise<void> {
  const { tx, forms, municipality, current } = recording;
  const { form_reference, answers } = await getApplication(tx, municipality.id, current.id);
  const asked = requestedTransfer(forms.get(form_reference), answers);
  const rests = await restsOn(recording);
  if (!asked || !rests?.carries) throw new Error('transfer.undecided');
  const { amounts, ...between } = asked;
  const plan = planOf(amounts, between);
  await recordPlan(tx, municipality.id, current.id, decisionInWords(rests.decision), plan);
}

/**
 * The decision that a case's latest circulation ended with, whose it was, and whether it carries the
 * request as it is now.
 */
export async function restsOn({
  tx,
  municipality,
  current,
}: Pick<Recording, 'tx' | 'municipality' | 'current'>): Promise<
  { matter: Matter; decision: CommitteeDecision; carries: boolean } | undefined
> {
  const sent = (await circulationsOf(tx, municipality.id, current.id)).at(-1);
  if (!sent) return undefined;
  const { round_key: round, version } = sent;
  const matters = await mattersOf(tx, municipality.id, { caseId: current.id, round });
  const matter = matters.findLast(({ part }) => part === 'decide');
  if (!matter?.case_id) return undefined;
  const decision = (await decisionsOfCases(tx, municipality.id, [matter.case_id])).at(-1);
  if (!decision) return undefined;
  const versions = await applicationsOfCase(tx, municipality.id, current.id);
  const { outcome } = decision;
  return { matter, decision, carries: carries({ outcome, version, current: versions.length }) };
}

/** As a posting names what it rests on: `KF 2018-09-24 § 142`. */
export function decisionInWords({
  committee,
  meeting_day: day,
  paragraph,
}: CommitteeDecision): string {
  return `${committee} ${day} § ${paragraph}`;
}
