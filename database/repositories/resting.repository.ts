import { readDecision, type DecisionStand } from '../../domain/committees/decision';
import type { Language } from '../../domain/language';
import { carries } from '../../domain/ledger/plan';
import { translator } from '../../domain/texts';
import type { Tx } from '../database';
import { decisionsOfCases, eventsOfTasks, type CommitteeDecision } from './decision.repository';
import { circulationsOf, mattersOf, type Matter } from './matter.repository';
import { applicationsOfCase } from './submission.repository';

/** The decision that a case rests on. */
export interface RestedOn {
  /** Whose it was. */
  matter: Matter;
  decision: CommitteeDecision;
  /** Whether it carries the request as it is now. */
  carries: boolean;
  /** What a court has said of it, if any has. */
  stand: DecisionStand;
}

/** The decision that a case's latest circulation ended with; undefined as long as there is none. */
export async function restsOn(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<RestedOn | undefined> {
  const sent = (await circulationsOf(tx, municipalityId, caseId)).at(-1);
  if (!sent) return undefined;
  const { round_key: round, version } = sent;
  const matters = await mattersOf(tx, municipalityId, { caseId, round });
  const matter = matters.findLast(({ part }) => part === 'decide');
  if (!matter?.case_id) return undefined;
  const decision = (await decisionsOfCases(tx, municipalityId, [matter.case_id])).at(-1);
  if (!decision) return undefined;
  const versions = await applicationsOfCase(tx, municipalityId, caseId);
  const { outcome, task_id: task } = decision;
  return {
    ...{ matter, decision },
    carries: carries({ outcome, version, current: versions.length }),
    stand: readDecision(await eventsOfTasks(tx, municipalityId, [task])),
  };
}

/** What a case rested on does not hold: a court has annulled it, or its record was corrected to something else. */
export async function hasLostGround(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<boolean> {
  const rests = await restsOn(tx, municipalityId, caseId);
  return rests !== undefined && (!rests.carries || rests.stand.state === 'annulled');
}

/**
 * That the decision to take money along does not hold, in words, where it does not: a court has annulled it,
 * or its record was corrected to something else than a yes. In other words it may hold: somebody has recorded
 * what they mean.
 */
export async function fallenDecision(
  tx: Tx,
  municipalityId: string,
  settlementId: string,
  language: Language,
): Promise<string | undefined> {
  const rests = await restsOn(tx, municipalityId, settlementId);
  if (!rests) return undefined;
  const { decision, stand } = rests;
  const words = { decision: decisionInWords(decision) };
  const t = translator(language, 'document');
  if (stand.state === 'annulled') return t('settlement.annulled', words);
  const isYes = decision.outcome === 'approve' || decision.outcome === 'approveWithChange';
  return isYes ? undefined : words.decision;
}

/**
 * The decision that what a transfer posts and files from now on names: as its record says now, also where
 * that was corrected after its years had been planned; as they were planned where it does not carry them.
 */
export async function carryingDecision(
  tx: Tx,
  municipalityId: string,
  planned: { caseId: string; decision: string },
): Promise<string> {
  const rests = await restsOn(tx, municipalityId, planned.caseId);
  return rests?.carries ? decisionInWords(rests.decision) : planned.decision;
}

/** As a posting names what it rests on: `KF 2018-09-24 § 142`. */
export function decisionInWords({
  committee,
  meeting_day: day,
  paragraph,
}: CommitteeDecision): string {
  return `${committee} ${day} § ${paragraph}`;
}
