import type { Tx } from '../../database/database';
import { correctAddress } from '../../database/repositories/address.repository';
import { resolveAttentions } from '../../database/repositories/attention.repository';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, type Case } from '../../database/repositories/case.repository';
import { insertIntervention } from '../../database/repositories/intervention.repository';
import {
  lettersOfCase,
  planAgain,
  takeAsArrived,
  type Letter,
} from '../../database/repositories/letter.repository';
import { wakeMending } from '../../database/repositories/mending.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import type { RefusedLetterRequest } from '../../domain/api/desk';
import { DomainError } from '../../domain/errors';
import { cleanText } from '../../domain/forms/clean-text';
import { refusalKey } from '../../domain/letters';
import type { Official } from '../../domain/officials';

interface Mending {
  found: Case;
  letterId: string;
  official: Official;
  now: Date;
}

const events = {
  sendAgain: 'letterSentAgain',
  correctAddress: 'addressCorrected',
  post: 'letterToGoByPost',
  arrived: 'letterArrived',
} as const satisfies Record<RefusedLetterRequest['kind'], string>;

/**
 * Sees to a letter that its reader's server refused: sends it again, corrects the address with all
 * that goes there, lets it go by post, or says that it arrived after all. What stood in the case about it is dealt with then. Throws
 * `letter.unknown`, `letter.notRefused` or `letter.toSubscriber`.
 */
export async function mendLetter(
  tx: Tx,
  { found, letterId, official, now: at }: Mending,
  request: RefusedLetterRequest,
): Promise<void> {
  const { municipality_id: municipalityId, id: caseId } = found;
  await lockCase(tx, municipalityId, caseId);
  const letters = await lettersOfCase(tx, municipalityId, caseId);
  const letter = letters.find(({ id }) => id === letterId);
  if (!letter) throw new DomainError('letter.unknown');
  if (letter.state !== 'failed') throw new DomainError('letter.notRefused');
  if (letter.subscriber_id !== null && request.kind !== 'sendAgain') {
    throw new DomainError('letter.toSubscriber');
  }
  const mended = await carryOut(tx, letter, letters, request, at);
  const keys = mended.map(({ letter_key: key }) => refusalKey(key));
  await resolveAttentions(tx, municipalityId, { caseId, keys, at });
  await wakeMending(tx, municipalityId, { caseId, at });
  const by = official.subject;
  const intervention = await insertIntervention(tx, municipalityId, {
    ...{ case_id: caseId, task_id: letter.task_id, kind: request.kind, by, at },
    actor: 'official',
    reason: cleanText(request.reason),
  });
  await appendAudit(tx, municipalityId, caseId, {
    at,
    actor: 'official',
    event: events[request.kind],
    details: { letter: letter.letter_key, intervention, by },
  });
  await addToOutbox(tx, municipalityId, { caseId, kind: 'deliver', at });
}

/** Returns the letters that were seen to. */
async function carryOut(
  tx: Tx,
  letter: Letter,
  letters: readonly Letter[],
  request: RefusedLetterRequest,
  at: Date,
): Promise<readonly Letter[]> {
  const { municipality_id: municipalityId, case_id: caseId, recipient_email: wrong } = letter;
  if (request.kind === 'sendAgain') {
    await planAgain(tx, municipalityId, letter.id);
    return [letter];
  }
  if (request.kind === 'arrived') {
    const hasArrived = await takeAsArrived(tx, municipalityId, letter.id);
    if (!hasArrived) throw new DomainError('letter.unknown');
    return [letter];
  }
  if (request.kind === 'post') {
    const postal = request.postal.split('\n').map(cleanText).join('\n');
    await planAgain(tx, municipalityId, letter.id, { postal });
    return [letter];
  }
  const { email } = request;
  await correctAddress(tx, municipalityId, { caseId, wrong, email, at });
  const misled = letters.filter((each) => {
    return each.recipient_email === wrong && ['failed', 'pending'].includes(each.state);
  });
  for (const each of misled) await planAgain(tx, municipalityId, each.id, { email });
  return misled;
}
