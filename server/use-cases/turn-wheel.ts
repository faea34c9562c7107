import type { Tx } from '../../database/database';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import {
  changeTurn,
  insertWheelAct,
  lockWheel,
  turnsOf,
  turnsWithFollowUp,
  wheelActs,
} from '../../database/repositories/wheel.repository';
import type { TurnView, WheelActRequest, YearAnswer } from '../../domain/api/follow-up';
import { dueDate, noonOf, stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { actOnTurn } from '../../domain/follow-up/wheel';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { followUp } from '../../domain/processes/follow-up';
import { otherDays } from './year-days';

/** The wheel's years with what has become of each, what was done to them, and what else has its day. */
export async function readYear(
  tx: Tx,
  municipality: Municipality,
  reading: { language: Language; now: Date },
): Promise<YearAnswer> {
  const turns = await turnsWithFollowUp(tx, municipality.id);
  const acts = await wheelActs(tx, municipality.id);
  return {
    turns: turns.map((turn) => turnView(municipality, turn)),
    acts: acts.map(({ year, kind, from_day: from, to_day: to, reason, name, at }) => ({
      ...{ year, kind, from, to, reason, name, at: at.toISOString() },
    })),
    others: await otherDays(tx, municipality, reading),
    today: stockholmDate(reading.now),
  };
}

type FollowedTurn = Awaited<ReturnType<typeof turnsWithFollowUp>>[number];

function turnView(municipality: Municipality, turn: FollowedTurn): TurnView {
  const { year, opens_on: opensOn, state, case_id: caseId, number } = turn;
  return {
    ...{ year, opensOn, state, caseId, number },
    askedOn: dayOf(turn.opened_at),
    deadline: turn.deadline ?? (state === 'planned' ? usualDeadline(municipality, opensOn) : null),
    closedOn: dayOf(turn.answers_closed_at),
    frozenOn: dayOf(turn.frozen_at),
    publishedOn: dayOf(turn.published_at),
    endedOn: dayOf(turn.closed_at),
  };
}

/** The last day to answer of a follow-up that opens on a day, as the municipality is configured now. */
function usualDeadline({ processes }: Municipality, opensOn: string): string | null {
  const within = processes[followUp.name]?.tasks.followUp?.answerWithin;
  return within ? dueDate(noonOf(opensOn), within) : null;
}

function dayOf(instant: Date | null): string | null {
  return instant && stockholmDate(instant);
}

/** Does something to a year that has not opened, and wakes the wheel, which may open it at once. */
export async function changeYear(
  tx: Tx,
  municipality: Municipality,
  { year, kind, day, reason }: WheelActRequest & { year: number },
  { official, now }: { official: Official; now: Date },
): Promise<void> {
  const wheel = await lockWheel(tx, municipality.id);
  const turns = await turnsOf(tx, municipality.id);
  const turn = turns.find((each) => each.year === year);
  if (!wheel || !turn || !municipality.followUp) throw new DomainError('wheel.none');
  const wish = { kind, ...(day !== undefined && { day }) };
  const act = actOnTurn(turn, wish, { today: stockholmDate(now), turns });
  if ('refused' in act) throw new DomainError(act.refused);
  await changeTurn(tx, municipality.id, { ...act.turn, caseId: null });
  await insertWheelAct(tx, municipality.id, {
    ...{ year, kind, from_day: turn.opensOn, to_day: act.turn.opensOn, reason },
    ...{ by: official.subject, at: now },
  });
  await addToOutbox(tx, municipality.id, { wheelId: wheel.id, kind: 'look', at: now });
}
