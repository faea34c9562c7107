import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { ErrorCode } from '../../domain/errors';
import { asCode, codeLifetimeMs, codeRefusal, normalizeCode } from '../../domain/one-time-code';
import type { Tx } from '../database';
import type { Task } from './task.repository';

const slowHash = promisify<string, string, number, Buffer>(scrypt);
const hashBytes = 32;

/**
 * Issues the code of a task and returns it; the one before is dead. It exists nowhere else: six digits
 * are soon guessed from a hash, so the row keeps a slow one with a salt.
 */
export async function issueCode(
  tx: Tx,
  { municipality_id, id }: Pick<Task, 'municipality_id' | 'id'>,
  at: Date,
): Promise<string> {
  const code = asCode(randomInt(1_000_000));
  const salt = randomBytes(16).toString('hex');
  const fresh = {
    salt,
    code_hash: await hashOf(code, salt),
    expires_at: new Date(at.getTime() + codeLifetimeMs),
    tries: 0,
    used_at: null,
  };
  await tx
    .insertInto('task_code')
    .values({ ...fresh, task_id: id, municipality_id })
    .onConflict((conflict) => conflict.column('task_id').doUpdateSet(fresh))
    .execute();
  return code;
}

/**
 * Uses up the code of a task, or counts a wrong attempt and says why not. Whoever calls this must
 * commit what it did in either case.
 */
export async function useCode(
  tx: Tx,
  { municipality_id: municipalityId, id }: Pick<Task, 'municipality_id' | 'id'>,
  typed: string,
  at: Date,
): Promise<ErrorCode | undefined> {
  const row = await tx
    .selectFrom('task_code')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('task_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const stand = row && { expiresAt: row.expires_at, tries: row.tries, usedAt: row.used_at };
  const refusal = codeRefusal(stand, at);
  if (refusal || !row) return refusal ?? 'code.none';
  const given = Buffer.from(await hashOf(normalizeCode(typed), row.salt), 'hex');
  const isRight = timingSafeEqual(given, Buffer.from(row.code_hash, 'hex'));
  await tx
    .updateTable('task_code')
    .set(isRight ? { used_at: at } : { tries: row.tries + 1 })
    .where('municipality_id', '=', municipalityId)
    .where('task_id', '=', id)
    .execute();
  return isRight ? undefined : 'code.wrong';
}

async function hashOf(code: string, salt: string): Promise<string> {
  return (await slowHash(code, salt, hashBytes)).toString('hex');
}
