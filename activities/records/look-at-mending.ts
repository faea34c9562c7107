import type { Database, Tx } from '../../database/database';
import { planLetter } from '../../database/repositories/letter.repository';
import {
  changeMending,
  isSending,
  lockMending,
  refusedLetters,
  type Mending,
  type RefusedLetter,
} from '../../database/repositories/mending.repository';
import { announceWord, consumeOutbox } from '../../database/repositories/outbox.repository';
import { address } from '../../domain/asking/stand-ins';
import { timesFrom, type Times } from '../../domain/asking/times';
import { endOfDay } from '../../domain/calendar';
import { mendingTimes, nextMendingStep, type MendingStep } from '../../domain/mending';
import type { Contact, Municipality } from '../../domain/municipality';
import type { OpenedTask } from '../../domain/process';
import { nextMoment } from '../../domain/reminder-plan';

export interface LookAtMendingInput {
  municipalityId: string;
  mendingId: string;
  /** Process time in milliseconds since 1970. */
  at: number;
}

interface Looking {
  tx: Tx;
  municipality: Municipality;
  mending: Mending;
  refused: readonly RefusedLetter[];
  at: number;
}

/**
 * Asks the contact point to see to letters of a case that did not arrive, all of them in one mail, reminds
 * it, and ends when none is left. Repeatable: what was told stands in the row.
 *
 * @returns when to look again, in milliseconds since 1970; null when there is nothing left to see to
 */
export async function lookAtMending(
  dependencies: { database: Database; municipality(id: string): Municipality },
  { municipalityId, mendingId, at }: LookAtMendingInput,
): Promise<{ until: number | null }> {
  return dependencies.database.transaction(municipalityId, async (tx) => {
    const mending = await lockMending(tx, municipalityId, mendingId);
    await consumeOutbox(tx, municipalityId, { mendingId }, new Date(at));
    if (!mending || mending.closed_at) return { until: null };
    const municipality = dependencies.municipality(municipalityId);
    const refused = await refusedLetters(tx, municipalityId, mending.case_id);
    return step({ tx, municipality, mending, refused, at });
  });
}

async function step(looking: Looking): Promise<{ until: number | null }> {
  const { tx, mending, refused, at } = looking;
  const { municipality_id: municipalityId, id, case_id: caseId } = mending;
  const next = nextMendingStep(stateOf(mending), deadAddresses(refused), {
    isSending: await isSending(tx, municipalityId, caseId),
    now: at,
  });
  if (next.do === 'wait') return { until: next.until };
  if (next.do === 'ask') return { until: await ask(looking) };
  if (next.do === 'remind') return { until: await remind(looking, next) };
  await changeMending(tx, municipalityId, id, { closed_at: new Date(at) });
  return { until: null };
}

/** Whoever has days left keeps them when more letters come back; else they are counted anew. */
async function ask(looking: Looking): Promise<number> {
  const { tx, mending, refused, at } = looking;
  const { deadline, remind_at } = mending;
  const hasDays = deadline !== null && remind_at !== null && at < endOfDay(deadline).getTime();
  const times = hasDays ? { deadline, remind_at } : timesFrom(new Date(at), mendingTimes);
  const told = deadAddresses(refused);
  await changeMending(tx, mending.municipality_id, mending.id, { ...times, told });
  const [nearest] = readersOf(looking);
  if (nearest) await tell(looking, nearest, { about: String(at), ordinal: 1, kind: 'ask' });
  return nextMoment(openedTask({ id: mending.id, ...times }), at).at;
}

async function remind(looking: Looking, { moment, key, task }: Reminding): Promise<number> {
  const { tx, mending, at } = looking;
  const { kind, ordinal } = moment;
  await changeMending(tx, mending.municipality_id, mending.id, { last_moment: key });
  const readers = readersOf(looking);
  // Once it is late, whoever answers for the case hears of it too.
  const told = kind === 'overdue' ? readers : readers.slice(0, 1);
  for (const reader of told) await tell(looking, reader, { about: key, ordinal, kind });
  return nextMoment(task, at).at;
}

type Reminding = Extract<MendingStep, { do: 'remind' }>;

function deadAddresses(refused: readonly RefusedLetter[]): string[] {
  return [...new Set(refused.map(({ recipient_email: email }) => address(email)))];
}

function stateOf({ id, deadline, remind_at, ...mending }: Mending) {
  const isAsked = deadline !== null && remind_at !== null;
  return {
    task: isAsked ? openedTask({ id, deadline, remind_at }) : null,
    openedAt: mending.opened_at.getTime(),
    told: mending.told,
    lastMoment: mending.last_moment,
  };
}

function openedTask({ id, deadline, remind_at: remindAt }: Times & { id: string }): OpenedTask {
  return { id, round: id, deadlineAt: endOfDay(deadline).getTime(), remindAt };
}

/** Who is told, by who is nearest: not those whose own letters came back, a letter to them would as well. */
function readersOf({ municipality, refused }: Looking): Reader[] {
  const dead = deadAddresses(refused);
  const { contactPoint, caseOfficer } = municipality;
  const readers: Reader[] = [{ ...contactPoint, role: 'contactPoint' }];
  if (address(caseOfficer.email) !== address(contactPoint.email)) {
    readers.push({ ...caseOfficer, role: 'caseOfficer' });
  }
  return readers.filter(({ email }) => !dead.includes(address(email)));
}

type Reader = Contact & { role: 'contactPoint' | 'caseOfficer' };

async function tell(
  { tx, municipality, mending, at }: Looking,
  { name, email, role }: Reader,
  {
    about,
    ordinal,
    kind,
  }: { about: string; ordinal: number; kind: 'ask' | 'reminder' | 'overdue' },
): Promise<void> {
  const { municipality_id: municipalityId, case_id: caseId } = mending;
  const created_at = new Date(at);
  await planLetter(tx, municipalityId, {
    case_id: caseId,
    task_id: null,
    letter_key: `mending/${role}/${kind}/${mending.id}/${about}`,
    template: 'letterRefused',
    recipient_name: name,
    recipient_email: email,
    language: municipality.defaultLanguage,
    ordinal,
    attachments: [],
    link: null,
    created_at,
  });
  await announceWord(tx, municipalityId, { caseId, kind: 'deliver', at: created_at });
}
