import type { Tx } from '../../database/database';
import { getCase } from '../../database/repositories/case.repository';
import { findLinkByToken, type Link } from '../../database/repositories/link.repository';
import { findTask } from '../../database/repositories/task.repository';
import type { LinkTarget } from '../../domain/api/shapes';
import { DomainError } from '../../domain/errors';
import { isSuperseded } from '../sessions';

/**
 * What a token opens. Unknown, expired, superseded and foreign tokens are all `link.unusable`:
 * nobody learns which it was.
 */
export async function resolveLink(
  tx: Tx,
  municipalityId: string,
  token: string,
  now: Date,
): Promise<{ link: Link; target: LinkTarget }> {
  const link = await findLinkByToken(tx, municipalityId, token);
  if (!link || link.expires_at <= now) throw new DomainError('link.unusable');
  if (!link.task_id) {
    const { id, language } = await getCase(tx, municipalityId, link.case_id);
    return { link, target: { kind: 'case', id, language } };
  }
  const task = await findTask(tx, municipalityId, link.task_id);
  if (!task || isSuperseded(link, task)) throw new DomainError('link.unusable');
  return { link, target: { kind: 'task', id: task.id, language: task.language } };
}
