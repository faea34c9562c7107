import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { earlierLine } from '../../database/earlier-line';
import type { CommitteeDecision } from '../../database/repositories/decision.repository';
import {
  changeMatter,
  circulationsOf,
  mattersOf,
  type Matter,
} from '../../database/repositories/matter.repository';
import { getApplication, getSubmission } from '../../database/repositories/submission.repository';
import { proposesFor, proposesInstead } from '../../domain/committees/proposing';
import { nthOf } from '../../domain/document-keys';
import type { Answers } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import { keepVersion, tellOfVersion } from './report-versions';

interface Corrected {
  municipality: Municipality;
  /** What was changed of the matter's own words, as a transfer has none. */
  isOfWords: boolean;
  wrong: CommitteeDecision;
  corrected: CommitteeDecision;
  /** What it forwards the matter with instead, by the places of those who have it. */
  proposals: ReadonlyMap<number, string>;
  /** The subject of the official. */
  by: string;
  at: Date;
}

/**
 * The record of a body that has dealt with a matter before others was wrong: those who have it among their
 * papers get the corrected one in a new version of their report, and as their proposal where the wrong one
 * was. Whoever has decided is shown to have decided on the older version.
 */
export async function renewFollowing(
  tx: Tx,
  matter: Matter,
  { proposals, ...corrected }: Corrected,
): Promise<void> {
  const { municipality_id: municipalityId, parent_case_id: caseId, round_key: own } = matter;
  for (const { round_key: round } of await circulationsOf(tx, municipalityId, caseId)) {
    const reproposed = round === own ? proposals : new Map<number, string>();
    for (const each of await mattersOf(tx, municipalityId, { caseId, round })) {
      if (!each.follows.includes(corrected.wrong.id)) continue;
      await renew(tx, each, matter, { ...corrected, proposals: reproposed });
    }
  }
}

async function renew(tx: Tx, matter: Matter, from: Matter, correction: Corrected): Promise<void> {
  const { municipality, wrong, corrected, by, at } = correction;
  const { case_id: caseId } = matter;
  if (caseId === null) return;
  const own = await lockCase(tx, municipality.id, caseId);
  const { proposal, ...words } = await proposalNow(tx, matter, from, correction);
  const { form_reference: form, answers } = await getApplication(tx, municipality.id, caseId);
  const [before, line] = [
    await earlierLine(tx, municipality, wrong),
    await earlierLine(tx, municipality, corrected),
  ];
  // The wrong extract stays where it is; the right one comes beside it.
  const follows = [...matter.follows, corrected.id];
  await changeMatter(tx, matter, { proposal, ...words, follows: JSON.stringify(follows) });
  await keepVersion(tx, own, form, { ...withLine(answers, before, line), proposal }, at);
  await appendAudit(tx, municipality.id, caseId, {
    ...{ at, actor: 'official', event: 'reportRenewed' },
    details: { by, decision: corrected.id },
  });
  const further = [nthOf('earlierExtract', follows.length)];
  await tellOfVersion(tx, own, matter, { municipality, at, further });
}

/** What the next body is proposed: what was sent, or the words of one before it that proposes something instead. */
async function proposalNow(
  tx: Tx,
  matter: Matter,
  from: Matter,
  { municipality, isOfWords, wrong, corrected, proposals }: Corrected,
): Promise<{ proposal: string; sent_proposal?: string | null }> {
  const sent = matter.sent_proposal;
  const isOwn = sent !== null && matter.proposal === (await wordingOf(tx, wrong));
  const proposes = ({ outcome, committee }: CommitteeDecision) => {
    const body = municipality.committees?.find(({ id }) => id === committee);
    const preparation = { outcome, part: from.part, preparesFor: body?.preparesFor };
    const isToDecide = matter.part === 'decide' && matter.round_key === from.round_key;
    return (
      proposesFor(preparation) === matter.committee || (isToDecide && proposesInstead(preparation))
    );
  };
  const right = (await wordingOf(tx, corrected)) ?? matter.proposal;
  if (isOwn)
    return proposes(corrected) ? { proposal: right } : { proposal: sent, sent_proposal: null };
  // Where a third body's words are proposed they are still.
  if (isOfWords && sent === null && proposes(corrected) && !proposes(wrong))
    return { proposal: right, sent_proposal: matter.proposal };
  return { proposal: proposals.get(matter.position) ?? matter.proposal };
}

async function wordingOf(
  tx: Tx,
  { municipality_id: id, submission_id: submission }: CommitteeDecision,
): Promise<string | undefined> {
  const { wording } = (await getSubmission(tx, id, submission)).answers;
  return typeof wording === 'string' ? wording : undefined;
}

/** The documents to decide on, with another line instead of one. */
function withLine(answers: Answers, before: string, line: string): Answers {
  const { basis } = answers;
  if (typeof basis !== 'string') return answers;
  const lines = basis.split('\n').map((each) => (each === before ? line : each));
  return { ...answers, basis: lines.join('\n') };
}
