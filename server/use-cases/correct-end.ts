import {
  addEnding,
  endingsOf,
  sinceItEnded,
  type Ending,
} from '../../database/repositories/committee-ending.repository';
import { wakeTransfersOf } from '../../database/repositories/budget.repository';
import { findCommittee, type Committee } from '../../database/repositories/committee.repository';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { fault, refuseLate, type Answers } from './committee-faults';
import { handOver, moveOn, type Changing, type Handing } from './hand-over-matters';

/**
 * Records that a body has not ended, or on another day, or that another one has what it had. What went to the
 * wrong body and is not decided goes where it belongs, and both are written to; what is decided stays with
 * whoever decided it.
 */
export async function correctEnd(
  changing: Changing,
  corrects: string | undefined,
  { right, day = '', successor, reason = '' }: Answers,
): Promise<void> {
  const { tx, municipalityId, committee, now } = changing;
  const all = await endingsOf(tx, municipalityId, committee.id);
  const wrong = all.at(-1);
  if (!wrong || wrong.how === 'struck' || wrong.id !== corrects) {
    return refuseLate(changing, all, corrects);
  }
  const chain = sinceItEnded(all, wrong).map(({ id }) => id);
  if (right === 'never') {
    const { ended_on, successor: before } = wrong;
    const ending = await sayEnded(changing, {
      ...{ how: 'struck', ended_on, successor: before, corrects: wrong.id, reason },
    });
    const to = await bodyToday(changing, committee.id);
    return giveTo(changing, { to, ending, how: 'struck' }, chain);
  }
  if (day > stockholmDate(now)) fault('day', 'endsAhead');
  // Whom it goes to can be another one, but not nobody any more.
  if (wrong.successor !== null && successor === undefined) fault('successor', 'choice');
  const isSameBody = (successor ?? null) === wrong.successor;
  if (isSameBody && day === wrong.ended_on) fault('right', 'nothingCorrected');
  const said = { ended_on: day, successor: successor ?? null, corrects: wrong.id, reason };
  const ending = await sayEnded(changing, { how: 'corrected', ...said });
  if (isSameBody || successor === undefined) return;
  const to = await bodyToday(changing, successor);
  // Where nobody had it, nobody had it by mistake.
  const how = wrong.successor === null ? 'handedOver' : 'corrected';
  await giveTo(changing, { to, ending, how }, chain);
}

async function giveTo(
  changing: Changing,
  handing: Handing,
  chain: readonly string[],
): Promise<void> {
  await moveOn(changing, handing, chain);
  await handOver(changing, handing);
}

/** What is said of a body's end now, after what was said before. */
export async function sayEnded(
  { tx, municipalityId, committee, official, now: at }: Changing,
  said: Pick<Ending, 'how' | 'ended_on' | 'successor'> &
    Partial<Pick<Ending, 'corrects' | 'reason'>>,
): Promise<string> {
  const before = (await endingsOf(tx, municipalityId, committee.id)).at(-1);
  const follows = said.how === 'handedOver' ? (before?.id ?? null) : null;
  // Money that is to go between it and whoever has taken over is a person's to see to.
  await wakeTransfersOf(tx, municipalityId, { committee: committee.id, at });
  return addEnding(tx, municipalityId, {
    ...{ corrects: follows, reason: null, committee: committee.id },
    ...{ recorded_by: official.subject, at },
    ...said,
  });
}

/** A body as it is today; throws `committee.unknown`. */
export async function bodyToday(
  { tx, municipalityId, now }: Changing,
  id: string,
): Promise<Committee> {
  const body = await findCommittee(tx, municipalityId, { id, day: stockholmDate(now) });
  if (!body) throw new DomainError('committee.unknown');
  return body;
}
