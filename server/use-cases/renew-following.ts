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
import { nthOf } from '../../domain/document-keys';
import type { Answers } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import { keepVersion, tellOfVersion } from './report-versions';

interface Corrected {
  municipality: Municipality;
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
  { municipality_id: municipalityId, parent_case_id: caseId, round_key: own, proposal }: Matter,
  { proposals, ...corrected }: Corrected,
): Promise<void> {
  for (const { round_key: round } of await circulationsOf(tx, municipalityId, caseId)) {
    const reproposed = round === own ? proposals : new Map<number, string>();
    for (const each of await mattersOf(tx, municipalityId, { caseId, round })) {
      if (!each.follows.includes(corrected.wrong.id)) continue;
      await renew(tx, each, proposal, { ...corrected, proposals: reproposed });
    }
  }
}

async function renew(
  tx: Tx,
  matter: Matter,
  proposedBefore: string,
  { municipality, wrong, corrected, proposals, by, at }: Corrected,
): Promise<void> {
  const { case_id: caseId } = matter;
  if (caseId === null) return;
  const own = await lockCase(tx, municipality.id, caseId);
  const [said, right] = [await wordingOf(tx, wrong), await wordingOf(tx, corrected)];
  // Words that all of them were sent with are nobody's own, and a no proposes nothing.
  const isOwn = said !== undefined && said !== proposedBefore && matter.proposal === said;
  const supports = corrected.outcome === 'support' || corrected.outcome === 'supportWithChange';
  const forwarded = proposals.get(matter.position) ?? matter.proposal;
  const proposal = isOwn && supports ? (right ?? said) : forwarded;
  const { form_reference: form, answers } = await getApplication(tx, municipality.id, caseId);
  const [before, line] = [
    await earlierLine(tx, municipality, wrong),
    await earlierLine(tx, municipality, corrected),
  ];
  // The wrong extract stays where it is; the right one comes beside it.
  const follows = [...matter.follows, corrected.id];
  await changeMatter(tx, matter, { proposal, follows: JSON.stringify(follows) });
  await keepVersion(tx, own, form, { ...withLine(answers, before, line), proposal }, at);
  await appendAudit(tx, municipality.id, caseId, {
    ...{ at, actor: 'official', event: 'reportRenewed' },
    details: { by, decision: corrected.id },
  });
  const further = [nthOf('earlierExtract', follows.length)];
  await tellOfVersion(tx, own, matter, { municipality, at, further });
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
