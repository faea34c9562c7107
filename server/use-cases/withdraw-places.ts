import { endMatter } from '../../database/end-matter';
import type { Tx } from '../../database/database';
import { getCase } from '../../database/repositories/case.repository';
import {
  changeMatter,
  circulationsOf,
  mattersOf,
  placesOf,
  type Matter,
} from '../../database/repositories/matter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { isDone } from '../../domain/committees/round';
import type { Answers } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import { tellSecretary } from './end-waiting';

/**
 * A record had forwarded a matter to bodies that the right one does not name: those that have not dealt with
 * it need not, and a secretary who has the papers is told. What has been decided stays.
 */
export async function withdrawPlaces(
  tx: Tx,
  municipality: Municipality,
  { parent_case_id: caseId, round_key: round }: Matter,
  { wrong, right, at }: { wrong: Answers; right: Answers; at: Date },
): Promise<void> {
  const kept = forwardedTo(right);
  const left = forwardedTo(wrong).filter((committee) => !kept.includes(committee));
  if (left.length === 0) return;
  // A round that has ended forwards nothing any more, and its record is not asked about it.
  const rounds = await circulationsOf(tx, municipality.id, caseId);
  if (rounds.find((each) => each.round_key === round)?.ended_at !== null) return;
  const matters = await mattersOf(tx, municipality.id, { caseId, round });
  const places = await placesOf(tx, municipality.id, matters);
  for (const [i, matter] of matters.entries()) {
    if (!left.includes(matter.committee) || isDone(places[i]?.outcome ?? null)) continue;
    await changeMatter(tx, matter, { withdrawn_at: at });
    await endMatter(tx, matter, at, async (own) => {
      await tellSecretary(tx, municipality, await getCase(tx, municipality.id, own), at);
      // Before the word that the case has ended: its process takes its letters out first.
      await addToOutbox(tx, municipality.id, { caseId: own, kind: 'deliver', at });
    });
  }
}

function forwardedTo(answers: Answers): string[] {
  const rows = (answers['forward'] ?? []) as readonly Answers[];
  return rows.map(({ committee }) => committee as string);
}
