import type { Sending } from '../../database/bounce-address';
import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import {
  findLetter,
  returnLetter,
  type Letter,
} from '../../database/repositories/letter.repository';
import {
  hasCalledForSubscriber,
  lockSubscriber,
  noteArrival,
  type LetterToSubscriber,
} from '../../database/repositories/subscriber.repository';
import { bounceCode, isAboutAddress, unclearBounce } from '../../domain/bounces/reasons';
import { judgeReport, type Judgement } from '../../domain/bounces/report';
import type { ReadReport } from '../bounces/read-report';
import { takeBackLetter } from './take-back-letter';

/**
 * What was made of something that came about a letter: it was taken back, with a reason or for a person to
 * read; there was nothing to do, as it will arrive or was dealt with; or its sending is not recorded yet.
 */
export type BounceOutcome = 'cameBack' | 'unclear' | 'nothing' | 'early';

type Failure = Exclude<Judgement, { is: 'nothing' }>;

/**
 * Does by itself what a person does who tells that a letter has come back (`cameBack` in `reachReader`), for
 * every letter that was sent by mail: also to officials, to members of a group and to subscribers. The same
 * sending comes back once.
 */
export async function takeBounce(
  tx: Tx,
  { municipalityId, letterId, sentAt }: Sending,
  report: ReadReport,
  at: Date,
): Promise<BounceOutcome> {
  const judgement = judgeReport(report);
  if (judgement.is === 'nothing') return 'nothing';
  const found = await findLetter(tx, municipalityId, letterId);
  if (!found) return 'nothing';
  await lockCase(tx, municipalityId, found.case_id);
  const letter = await findLetter(tx, municipalityId, letterId);
  if (!letter) return 'nothing';
  const isThisSending = letter.sent_at?.getTime() === sentAt.getTime();
  if (letter.state === 'pending' && !isThisSending && isLater(sentAt, letter)) return 'early';
  if (letter.state !== 'sent' || !isThisSending) return 'nothing';
  const isBack = isToSubscriber(letter)
    ? await takeBackFromSubscriber(tx, letter, judgement, at)
    : await takeBackLetter(tx, letter, { ...causeOf(judgement, report), at });
  if (!isBack) return 'nothing';
  await appendAudit(tx, municipalityId, letter.case_id, {
    ...{ at, actor: 'system' },
    event: judgement.is === 'unclear' ? 'letterInDoubt' : 'letterCameBack',
    details: {
      ...{ letter: letter.letter_key, template: letter.template },
      cause: causeOf(judgement, report).code,
    },
  });
  return judgement.is === 'unclear' ? 'unclear' : 'cameBack';
}

/** Whether an attempt of which nothing is recorded may be the one that is under way. */
function isLater(sentAt: Date, { sent_at: before }: Letter): boolean {
  return before === null || sentAt > before;
}

function causeOf(judgement: Failure, { text }: ReadReport): { code: string; text?: string } {
  if (judgement.is === 'unclear') return { code: unclearBounce, text };
  return { code: bounceCode(judgement.reason) };
}

function isToSubscriber(letter: Letter): letter is LetterToSubscriber {
  return letter.subscriber_id !== null;
}

/**
 * Nobody can look after a subscriber's address but its owner: of a newsletter one that came back is shown,
 * and an address that goes on refusing is removed. What only a person could read says nothing then.
 */
async function takeBackFromSubscriber(
  tx: Tx,
  letter: LetterToSubscriber,
  judgement: Failure,
  at: Date,
): Promise<boolean> {
  if (judgement.is === 'unclear') return false;
  const { municipality_id: municipalityId, case_id: caseId, subscriber_id: id } = letter;
  if (!(await lockSubscriber(tx, municipalityId, id))) return false;
  const code = bounceCode(judgement.reason);
  const hasCalled = await hasCalledForSubscriber(tx, municipalityId, caseId);
  const isBack = hasCalled
    ? await returnLetter(tx, municipalityId, letter.id, { code })
    : await takeBackLetter(tx, letter, { code, at });
  const counts = judgement.lasting && isAboutAddress(judgement.reason);
  if (isBack && counts) await noteArrival(tx, letter, { accepted: false }, at);
  return isBack;
}
