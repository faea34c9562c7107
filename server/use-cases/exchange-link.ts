import type { Tx } from '../../database/database';
import { getCase } from '../../database/repositories/case.repository';
import type { Link } from '../../database/repositories/link.repository';
import { findTask } from '../../database/repositories/task.repository';
import type { LinkTarget } from '../../domain/api/shapes';
import { DomainError } from '../../domain/errors';
import { isSuperseded } from '../sessions';

/** What a link opens; expired and superseded ones are both `link.unusable`: nobody learns which it was. */
export async function targetOf(tx: Tx, link: Link, now: Date): Promise<LinkTarget> {
  const { municipality_id: municipalityId, case_id, task_id } = link;
  if (link.expires_at <= now) throw new DomainError('link.unusable');
  if (!task_id) {
    const { id, language } = await getCase(tx, municipalityId, case_id);
    return { kind: 'case', id, language };
  }
  const task = await findTask(tx, municipalityId, task_id);
  if (!task || isSuperseded(link, task)) throw new DomainError('link.unusable');
  if (!link.part) return { kind: 'task', id: task.id, language: task.language };
  // Whoever filled in a part has nothing to read once it has been sent.
  if (task.state !== 'open') throw new DomainError('link.unusable');
  return { kind: 'part', id: task.id, language: task.language };
}
