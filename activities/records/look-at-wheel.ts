import type { Tx } from '../../database/database';
import { findAgreementInForce } from '../../database/repositories/agreement.repository';
import { groupTerms } from '../../database/repositories/group.repository';
import { consumeOutbox } from '../../database/repositories/outbox.repository';
import {
  beginAnew,
  changeTurn,
  insertWheelAct,
  lockWheel,
  planTurns,
  turnsOf,
} from '../../database/repositories/wheel.repository';
import { dayAfter, startOfDay, stockholmDate } from '../../domain/calendar';
import { dueTurns, nextDay, turnsToPlan, type Turn } from '../../domain/follow-up/wheel';
import { nextNotice, termsToTell } from '../../domain/groups/notices';
import { followUpCycle } from '../../domain/forms/definitions/follow-up-cycle';
import { followUp } from '../../domain/processes/follow-up';
import { translator } from '../../domain/texts';
import { openCase } from './open-case';
import type { RecordDependencies, Recording } from './record-steps';

export interface LookAtWheelInput {
  municipalityId: string;
  /** Process time in milliseconds since 1970. */
  at: number;
}

/**
 * Turns the year's wheel: lays out the years to come, and opens the follow-up whose day has come. Of
 * several that were missed together, only the latest opens. Repeatable: a year opens once.
 *
 * @returns when to look again, in milliseconds since 1970; `termsEnd` when terms in a group are to be told of
 */
export async function lookAtWheel(
  dependencies: RecordDependencies,
  { municipalityId, at }: LookAtWheelInput,
): Promise<{ until: number; termsEnd?: true }> {
  const municipality = dependencies.municipality(municipalityId);
  const now = new Date(at);
  const today = stockholmDate(now);
  const tomorrow = startOfDay(dayAfter(now, 1)).getTime();
  return dependencies.database.transaction(municipalityId, async (tx) => {
    const wheel = await lockWheel(tx, municipalityId);
    if (!wheel) return { until: tomorrow };
    await consumeOutbox(tx, municipalityId, { wheelId: wheel.id }, now);
    const { until: noticeAt, ...terms } = await termsSeen(tx, municipalityId, today);
    const { followUp: configured } = municipality;
    // A municipality that has stopped following up: the wheel waits for it.
    if (!configured) return { until: Math.min(tomorrow, noticeAt), ...terms };
    const known = await turnsOf(tx, municipalityId);
    const agreement = await findAgreementInForce(tx, municipalityId, today);
    // It turns for a group alone until there is something to follow up.
    if (known.length === 0 && !agreement) return { until: Math.min(tomorrow, noticeAt), ...terms };
    // One that has turned for a group alone begins now: no follow-up of the time before is made up for.
    const begunOn = known.length === 0 ? today : wheel.begun_on;
    if (begunOn !== wheel.begun_on) await beginAnew(tx, municipalityId, begunOn);
    const plan = turnsToPlan(known, { begunOn, today, opensOn: configured.opensOn });
    await planTurns(tx, municipalityId, plan);
    const turns = [...known, ...plan];
    const { opens, missed } = dueTurns(turns, today);
    const recording = { tx, municipality, at: now };
    for (const turn of missed) await skip(recording, turn);
    if (opens) await open(recording, opens);
    const next = nextDay(turns, today) ?? newYearAfter(today);
    return { until: Math.min(startOfDay(next).getTime(), noticeAt), ...terms };
  });
}

function newYearAfter(today: string): string {
  return `${Number(today.slice(0, 'YYYY'.length)) + 1}-01-01`;
}

/** Whether terms in a group are to be told of, and when to look at them again. */
async function termsSeen(
  tx: Tx,
  municipalityId: string,
  today: string,
): Promise<{ until: number; termsEnd?: true }> {
  const terms = await groupTerms(tx, municipalityId);
  const until = startOfDay(nextNotice(terms, today) ?? newYearAfter(today)).getTime();
  return { until, ...(termsToTell(terms, today).length > 0 && { termsEnd: true }) };
}

type Turning = Pick<Recording, 'tx' | 'municipality' | 'at'>;

async function open(turning: Turning, turn: Turn): Promise<void> {
  const { tx, municipality, at } = turning;
  const agreement = await findAgreementInForce(tx, municipality.id, stockholmDate(at));
  if (!agreement) throw new Error('agreement.none');
  const { defaultLanguage: language } = municipality;
  const { year } = turn;
  const agreementName = municipality.agreementName[language];
  const title = translator(language, 'document')('followUp.title', { year, agreementName });
  const caseId = await openCase(turning, {
    ...{ process: followUp, title, form: followUpCycle, agreementVersionId: agreement.id },
    answers: { title, year: String(year), agreementVersion: String(agreement.version) },
    details: { year },
  });
  await changeTurn(tx, municipality.id, { ...turn, state: 'opened', caseId });
}

/** Nobody was there to open it, and the next one is due as well. */
async function skip({ tx, municipality, at }: Turning, turn: Turn): Promise<void> {
  const { defaultLanguage: language } = municipality;
  await changeTurn(tx, municipality.id, { ...turn, state: 'skipped', caseId: null });
  await insertWheelAct(tx, municipality.id, {
    ...{ year: turn.year, kind: 'skip', from_day: turn.opensOn, to_day: turn.opensOn, at },
    reason: translator(language, 'document')('followUp.missed'),
    by: 'system',
  });
}
