import { endMatter } from '../../database/end-matter';
import type { Tx } from '../../database/database';
import { getCase } from '../../database/repositories/case.repository';
import { bodyAtFirst } from '../../database/repositories/committee-ending.repository';
import {
  addPlaces,
  changeMatter,
  circulationsOf,
  mattersOf,
  placesOf,
  type Matter,
} from '../../database/repositories/matter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import type { Part } from '../../domain/committees/committee';
import { isDone } from '../../domain/committees/round';
import type { Answers, Faults } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import { tellSecretary } from './end-waiting';

/** A body that is to deal with the matter next, as a record says. */
interface Forward {
  committee: string;
  part: Part;
  proposal: string;
}

/** What a record and its correction say. */
interface Corrected {
  wrong: Answers;
  right: Answers;
  at: Date;
}

/** A body is to deal with the matter once. */
export function forwardFaults(answers: Answers): Faults {
  const chosen = forwardsIn(answers).map(({ committee }) => committee);
  const twice = chosen.flatMap((each, i) => (chosen.indexOf(each) < i ? [i] : []));
  return Object.fromEntries(twice.map((i) => [`forward.${i}.committee`, 'committeeTwice']));
}

/** Who is to deal with the matter next, as the body wants it (004): after those who are to already. */
export async function forwardMatter(tx: Tx, matter: Matter, answers: Answers): Promise<void> {
  const given = await placesGiven(tx, matter);
  const places = forwardsIn(answers).filter(({ committee }) => !given.has(committee));
  if (places.length > 0) await addPlaces(tx, matter, places);
}

/** What is corrected of a forwarding and cannot be any more: what a body that has the matter has it for. */
export async function changedForwardFaults(
  tx: Tx,
  matter: Matter,
  { wrong, right }: Pick<Corrected, 'wrong' | 'right'>,
): Promise<Faults> {
  const given = await placesGiven(tx, matter);
  const faults: Faults = {};
  for (const [i, { committee, part }] of forwardsIn(right).entries()) {
    const before = forwardsIn(wrong).find((each) => each.committee === committee);
    const hasBegun = (given.get(committee)?.case_id ?? null) !== null;
    if (before && before.part !== part && hasBegun) faults[`forward.${i}.part`] = 'partBegun';
  }
  return faults;
}

/**
 * A corrected record forwards a matter otherwise than the wrong one did: bodies that it does not name and
 * that have not dealt with the matter need not, and a secretary who has the papers is told; new ones come last, and
 * those that have not begun are asked for something else. What has been decided stays, and what is of a round
 * that has ended.
 * @returns the bodies that have the matter with a proposal that was wrong, by their places, and the right one
 */
export async function followForwards(
  tx: Tx,
  municipality: Municipality,
  matter: Matter,
  corrected: Corrected,
): Promise<Map<number, string>> {
  // A round that has ended forwards nothing any more, and its record is not asked about it.
  const rounds = await circulationsOf(tx, municipality.id, matter.parent_case_id);
  const own = rounds.find(({ round_key: round }) => round === matter.round_key);
  if (!own || own.ended_at !== null) return new Map();
  await withdrawPlaces(tx, municipality, matter, corrected);
  const proposals = await changePlaces(tx, matter, corrected);
  await forwardMatter(tx, matter, corrected.right);
  return proposals;
}

async function withdrawPlaces(
  tx: Tx,
  municipality: Municipality,
  matter: Matter,
  { wrong, right, at }: Corrected,
): Promise<void> {
  const kept = forwardsIn(right).map(({ committee }) => committee);
  const given = await placesGiven(tx, matter);
  for (const { committee } of forwardsIn(wrong)) {
    const place = given.get(committee);
    if (!place || kept.includes(committee) || (await hasDealtWith(tx, place))) continue;
    await changeMatter(tx, place, { withdrawn_at: at });
    await endMatter(tx, place, at, async (own) => {
      await tellSecretary(tx, municipality, await getCase(tx, municipality.id, own), at);
      // Before the word that the case has ended: its process takes its letters out first.
      await addToOutbox(tx, municipality.id, { caseId: own, kind: 'deliver', at });
    });
  }
}

async function changePlaces(
  tx: Tx,
  matter: Matter,
  { wrong, right }: Corrected,
): Promise<Map<number, string>> {
  const given = await placesGiven(tx, matter);
  const proposals = new Map<number, string>();
  for (const { committee, part, proposal } of forwardsIn(right)) {
    const before = forwardsIn(wrong).find((each) => each.committee === committee);
    const place = given.get(committee);
    if (!before || !place) continue;
    if (part !== before.part && place.case_id === null) await changeMatter(tx, place, { part });
    // What another body has proposed to it since is its proposal, not what it was forwarded with.
    if (place.sent_proposal === before.proposal)
      await changeMatter(tx, place, { sent_proposal: proposal });
    if (proposal === before.proposal || place.proposal !== before.proposal) continue;
    if (place.case_id === null) await changeMatter(tx, place, { proposal });
    else proposals.set(place.position, proposal);
  }
  return proposals;
}

async function hasDealtWith(tx: Tx, matter: Matter): Promise<boolean> {
  const [place] = await placesOf(tx, matter.municipality_id, [matter]);
  return isDone(place?.outcome ?? null);
}

/** The places of a matter's round, by the body that each was given to first, whoever has it now. */
async function placesGiven(
  tx: Tx,
  { municipality_id: id, parent_case_id: caseId, round_key: round }: Matter,
): Promise<Map<string, Matter>> {
  const given = new Map<string, Matter>();
  for (const each of await mattersOf(tx, id, { caseId, round }))
    given.set(await bodyAtFirst(tx, each), each);
  return given;
}

function forwardsIn(answers: Answers): Forward[] {
  const rows = (answers['forward'] ?? []) as readonly Answers[];
  return rows.map(({ committee, part, proposal }) => ({
    ...{ committee: committee as string, proposal: proposal as string, part: part as Part },
  }));
}
