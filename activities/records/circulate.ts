import { randomUUID } from 'node:crypto';
import { endMatter } from '../../database/end-matter';
import { fingerprint } from '../../database/fingerprint';
import { raiseAttention } from '../../database/repositories/attention.repository';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { addMove, endingsOf } from '../../database/repositories/committee-ending.repository';
import { findCommittee, type Committee } from '../../database/repositories/committee.repository';
import {
  changeMatter,
  circulationsOf,
  endCirculation,
  mattersOf,
  openCirculation,
  placesOf,
  type Circulation,
  type Matter,
} from '../../database/repositories/matter.repository';
import {
  applicationsOfCase,
  getApplication,
  insertSubmission,
  latestAnswer,
} from '../../database/repositories/submission.repository';
import { stockholmDate } from '../../domain/calendar';
import { placesAgain, type EarlierRound } from '../../domain/committees/again';
import { endedWithout } from '../../domain/committees/ended-without';
import { matterAnswers, withBasis, type Dispatch } from '../../domain/committees/dispatch';
import { readRound, type RoundStand } from '../../domain/committees/round';
import { committeeMatter as matterForm } from '../../domain/forms/definitions/committee-matter';
import { committeeMatter } from '../../domain/processes/circulation';
import { earlierDecisions } from './earlier-decisions';
import { announceWord } from '../../database/repositories/outbox.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import { assigneesOf } from './people';
import { nextInSeries } from './next-number';
import { openCase } from './open-case';
import type { Recording } from './record-steps';

/**
 * Sends the case's matter out: whose turn it is gets a case in its own diary. Once for each round; one
 * that follows another goes to those whom it is news to.
 */
export async function sendToCommittees(recording: Recording, round: string): Promise<void> {
  const { tx, current, municipality, at } = recording;
  const versions = await applicationsOfCase(tx, municipality.id, current.id);
  const dispatch = await dispatchOf(recording);
  const rounds = await circulationsOf(tx, municipality.id, current.id);
  const last = rounds.at(-1);
  const places = placesAgain(dispatch.places, last && (await earlierRound(recording, last)));
  const { order } = dispatch;
  const sent = { caseId: current.id, round, order, places, version: versions.length, at };
  await openCirculation(tx, municipality.id, sent);
  for (const { round_key: earlier } of rounds) await renewDecided(recording, earlier, dispatch);
  await carryOn(recording, round);
}

async function earlierRound(recording: Recording, last: Circulation): Promise<EarlierRound> {
  const { tx, current, municipality, processes } = recording;
  const { followsChanges } = processes.get(current.process);
  const versions = await applicationsOfCase(tx, municipality.id, current.id);
  const [then, now] = [versions[last.version - 1], versions.at(-1)];
  const key = { caseId: current.id, round: last.round_key };
  const matters = await mattersOf(tx, municipality.id, key);
  const places = await placesOf(tx, municipality.id, matters);
  return {
    ended: readRound(places, last.turns, followsChanges !== undefined).state,
    alike: then && now && followsChanges ? followsChanges(then.answers, now.answers) : false,
    places: matters.map(({ committee, part, proposal }, i) => ({
      ...{ committee, part, proposal },
      outcome: places[i]?.outcome ?? null,
    })),
  };
}

/** Those who dealt with an earlier version keep their decision, and their case shows what became of it. */
async function renewDecided(
  { tx, current, municipality, at }: Recording,
  round: string,
  dispatch: Dispatch,
): Promise<void> {
  for (const matter of await mattersOf(tx, municipality.id, { caseId: current.id, round })) {
    const { case_id: caseId, committee } = matter;
    if (caseId === null) continue;
    const place = dispatch.places.find((each) => each.committee === committee);
    const proposal = place?.proposal ?? matter.proposal;
    await lockCase(tx, municipality.id, caseId);
    const { form_reference: form, ...before } = await getApplication(tx, municipality.id, caseId);
    const answers = { ...before.answers, ...matterAnswers(dispatch, proposal) };
    if (fingerprint(before.answers) === fingerprint(answers)) continue;
    await insertSubmission(tx, municipality.id, {
      ...{ id: randomUUID(), case_id: caseId, task_id: null, form_reference: form, answers },
      language: before.language,
      sha256: fingerprint({ form, answers, at, caseId }),
      submission_key: null,
      submitted_at: at,
    });
    const entry = { at, actor: 'system', event: 'reportRenewed' } as const;
    await appendAudit(tx, municipality.id, caseId, { ...entry, details: { from: current.id } });
  }
}

/** What has become of a round; begins the cases of those whose turn has come, and ends what is over. */
export async function carryOn(recording: Recording, round: string): Promise<RoundStand> {
  const { tx, current, municipality, at } = recording;
  const circulations = await circulationsOf(tx, municipality.id, current.id);
  const sent = circulations.find((each) => each.round_key === round);
  if (!sent) throw new Error('circulation.unknown');
  const matters = await mattersOf(tx, municipality.id, { caseId: current.id, round });
  const places = await placesOf(tx, municipality.id, matters);
  const { followsChanges } = recording.processes.get(current.process);
  const stand = readRound(places, sent.turns, followsChanges !== undefined);
  if (stand.state === 'open') {
    for (const position of stand.begin) {
      const matter = matters.find((each) => each.position === position);
      if (matter) await beginMatter(recording, matter);
    }
    return stand;
  }
  await endCirculation(tx, municipality.id, { caseId: current.id, round, at });
  if (stand.state !== 'decided') {
    for (const matter of matters) {
      if (matter.position === stand.by) continue;
      await endMatter(tx, matter, at, (caseId) => tellSecretary(recording, caseId));
    }
  }
  return stand;
}

/**
 * Somebody has ended the case that sent the matter out: the bodies that have not decided need not, and
 * their secretaries are told. What has been decided stays as it is.
 */
export async function endRound(recording: Recording, round: string): Promise<void> {
  const { tx, current, municipality, at } = recording;
  await endCirculation(tx, municipality.id, { caseId: current.id, round, at });
  for (const matter of await mattersOf(tx, municipality.id, { caseId: current.id, round })) {
    await endMatter(tx, matter, at, (caseId) => tellSecretary(recording, caseId));
  }
}

async function tellSecretary(recording: Recording, caseId: string): Promise<void> {
  const { tx, forms, municipality, at } = recording;
  const { people } = await assigneesOf(tx, forms, municipality, caseId, 'secretary');
  for (const person of people) {
    await planLetter(tx, municipality.id, {
      case_id: caseId,
      task_id: null,
      letter_key: 'matterEnded',
      template: 'matterEnded',
      recipient_name: person.name,
      recipient_email: person.email,
      language: person.language,
      ordinal: 1,
      attachments: [],
      link: 'desk',
      created_at: at,
    });
  }
  // Before the word that the case has ended: its process takes its letters out first.
  await announceWord(tx, municipality.id, { caseId, kind: 'deliver', at });
}

async function dispatchOf({ tx, current, municipality, processes }: Recording): Promise<Dispatch> {
  const { answers } = await getApplication(tx, municipality.id, current.id);
  const { circulates, circulatesWith: kind } = processes.get(current.process);
  if (!circulates) throw new Error('circulation.unknown');
  const said = kind && (await latestAnswer(tx, municipality.id, { caseId: current.id, kind }));
  return circulates({ ...answers, ...said?.answers }, municipality);
}

/**
 * The body that a matter is for, and whoever it has come to since; last the one that deals with it now. None
 * where one is no more and nobody has taken over.
 */
async function hopsFrom(recording: Recording, id: string): Promise<Committee[]> {
  const { tx, municipality, at } = recording;
  const day = stockholmDate(at);
  const body = await findCommittee(tx, municipality.id, { id, day });
  if (!body) throw new Error('committee.unknown');
  const isGone = body.ended_on !== null && body.ended_on <= day;
  if (!isGone) return [body];
  const later = body.successor === null ? [] : await hopsFrom(recording, body.successor);
  return later.length === 0 ? [] : [body, ...later];
}

/** It begins with whoever has taken over: known, should a body not have ended after all. */
async function keepMoves({ tx, at }: Recording, matter: Matter, hops: Committee[]): Promise<void> {
  for (const [i, { id: to }] of hops.entries()) {
    const left = hops[i - 1];
    if (!left) continue;
    const ending = (await endingsOf(tx, matter.municipality_id, left.id)).at(-1)?.id;
    if (ending) await addMove(tx, matter, { ending, to, at });
  }
}

async function beginMatter(recording: Recording, matter: Matter): Promise<void> {
  const { tx, current, municipality, at } = recording;
  const hops = await hopsFrom(recording, matter.committee);
  const body = hops.at(-1);
  if (!body) {
    const called = { caseId: current.id, ...endedWithout(matter.committee), at };
    return raiseAttention(tx, municipality.id, called);
  }
  const dispatch = await dispatchOf(recording);
  const earlier = await earlierDecisions(recording, matter);
  // Of several rounds the latest: what was proposed in one that ended is not the proposal any more.
  const prepared = earlier.findLast(({ isFor }) => isFor === body.id);
  const instead = earlier.findLast(
    ({ proposesInstead, isFor }) =>
      proposesInstead && isFor === undefined && matter.part === 'decide',
  );
  const others = (prepared ?? instead)?.wording;
  const proposal = others ?? matter.proposal;
  const sent_proposal = others === undefined ? null : matter.proposal;
  const answers = withBasis(
    matterAnswers(dispatch, proposal),
    earlier.map(({ line }) => line),
  );
  const id = await openCase(recording, {
    process: committeeMatter,
    title: dispatch.report.title,
    form: matterForm,
    answers,
    details: { from: current.id },
    number: await nextNumber(recording, body),
  });
  const follows = JSON.stringify(earlier.map(({ decision }) => decision));
  const words = { proposal, sent_proposal, follows };
  await changeMatter(tx, matter, { case_id: id, committee: body.id, ...words });
  await keepMoves(recording, matter, hops);
}

/** The next of the body's own series that no registrar has given to a case. */
export function nextNumber(
  { tx, municipality, at }: Pick<Recording, 'tx' | 'municipality' | 'at'>,
  { id: committee, number_style: style }: Pick<Committee, 'id' | 'number_style'>,
): Promise<string> {
  return nextInSeries(tx, municipality.id, { committee, ...style }, at);
}
