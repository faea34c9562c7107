import { randomUUID } from 'node:crypto';
import { fingerprint } from '../../database/fingerprint';
import { appendAudit } from '../../database/repositories/audit.repository';
import {
  findCaseByNumber,
  insertCase,
  nextRunningNumber,
} from '../../database/repositories/case.repository';
import { findCommittee, type Committee } from '../../database/repositories/committee.repository';
import {
  changeMatter,
  circulationsOf,
  endCirculation,
  mattersOf,
  openCirculation,
  placesOf,
  type Matter,
} from '../../database/repositories/matter.repository';
import { announceWord } from '../../database/repositories/outbox.repository';
import {
  getApplication,
  insertSubmission,
} from '../../database/repositories/submission.repository';
import { stockholmDate } from '../../domain/calendar';
import { matterAnswers, type Dispatch } from '../../domain/committees/dispatch';
import { readRound, type RoundStand } from '../../domain/committees/round';
import { committeeMatter as matterForm } from '../../domain/forms/definitions/committee-matter';
import { formReference } from '../../domain/forms/registry';
import { formatNumber, normalizeNumber } from '../../domain/numbering';
import { beginCase } from '../../domain/processes/begin';
import { committeeMatter } from '../../domain/processes/circulation';
import { endMatter } from './end-matter';
import type { Recording } from './record-steps';

/** Sends the case's matter out: whose turn it is gets a case in its own diary. Once for each round. */
export async function sendToCommittees(recording: Recording, round: string): Promise<void> {
  const { tx, current, municipality, at } = recording;
  const { order, places } = await dispatchOf(recording);
  await openCirculation(tx, municipality.id, { caseId: current.id, round, order, places, at });
  await carryOn(recording, round);
}

/** What has become of a round; begins the cases of those whose turn has come, and ends what is over. */
export async function carryOn(recording: Recording, round: string): Promise<RoundStand> {
  const { tx, current, municipality, at } = recording;
  const circulations = await circulationsOf(tx, municipality.id, current.id);
  const sent = circulations.find((each) => each.round_key === round);
  if (!sent) throw new Error('circulation.unknown');
  const matters = await mattersOf(tx, municipality.id, { caseId: current.id, round });
  const stand = readRound(await placesOf(tx, municipality.id, matters), sent.turns);
  if (stand.state === 'open') {
    for (const position of stand.begin) {
      const matter = matters.find((each) => each.position === position);
      if (matter) await beginMatter(recording, matter);
    }
    return stand;
  }
  await endCirculation(tx, municipality.id, { caseId: current.id, round, at });
  if (stand.state === 'referredBack') {
    for (const matter of matters) {
      if (matter.position !== stand.by) await endMatter(tx, matter, at);
    }
  }
  return stand;
}

async function dispatchOf({ tx, current, municipality, processes }: Recording): Promise<Dispatch> {
  const { answers } = await getApplication(tx, municipality.id, current.id);
  const { circulates } = processes.get(current.process);
  if (!circulates) throw new Error('circulation.unknown');
  return circulates(answers, municipality);
}

/** The body that deals with it now: one that is no more has left it to its successor. */
async function bodyOf(recording: Recording, id: string): Promise<Committee> {
  const { tx, municipality, at } = recording;
  const day = stockholmDate(at);
  const body = await findCommittee(tx, municipality.id, { id, day });
  if (!body) throw new Error('committee.unknown');
  const isGone = body.ended_on !== null && body.ended_on <= day;
  return isGone && body.successor !== null ? bodyOf(recording, body.successor) : body;
}

async function beginMatter(recording: Recording, matter: Matter): Promise<void> {
  const { tx, current, municipality, at } = recording;
  const body = await bodyOf(recording, matter.committee);
  const dispatch = await dispatchOf(recording);
  const id = randomUUID();
  const number = await nextNumber(recording, body);
  await insertCase(tx, municipality.id, {
    id,
    process: committeeMatter.name,
    number,
    number_key: normalizeNumber(number),
    state: 'received',
    language: municipality.defaultLanguage,
    organisation_name: dispatch.report.title,
    organisation_number: null,
    agreement_version_id: null,
    phase: JSON.stringify(beginCase(committeeMatter, municipality)),
    opened_at: at,
    closed_at: null,
  });
  const answers = matterAnswers(dispatch, matter.proposal);
  const form = formReference(matterForm);
  await insertSubmission(tx, municipality.id, {
    id: randomUUID(),
    case_id: id,
    task_id: null,
    form_reference: form,
    language: municipality.defaultLanguage,
    answers,
    sha256: fingerprint({ form, answers, at, caseId: id }),
    submission_key: null,
    submitted_at: at,
  });
  await changeMatter(tx, matter, { case_id: id, committee: body.id });
  const entry = { at, actor: 'system', event: 'received' } as const;
  await appendAudit(tx, municipality.id, id, { ...entry, details: { from: current.id } });
  await announceWord(tx, municipality.id, { caseId: id, kind: 'start', at });
}

/** The next of the body's own series that no registrar has given to a case. */
async function nextNumber(
  { tx, municipality, at }: Recording,
  { id: committee, number_style: style }: Committee,
): Promise<string> {
  const year = Number(stockholmDate(at).slice(0, 'YYYY'.length));
  for (;;) {
    const running = await nextRunningNumber(tx, municipality.id, committee, year);
    const number = formatNumber({ committee, ...style }, year, running);
    if (!(await findCaseByNumber(tx, municipality.id, number))) return number;
  }
}
