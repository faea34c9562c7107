import { lockCase } from '../../database/repositories/case.repository';
import { consumeOutbox } from '../../database/repositories/outbox.repository';
import { applicationsOfCase } from '../../database/repositories/submission.repository';
import type { Ending } from '../../domain/asking/stand';
import { forumOf, timesOf } from '../../domain/forum/forum';
import { reminderOf } from '../../domain/forum/reminder';
import type { ProcessState } from '../../domain/process';
import type { RecordDependencies } from './record-steps';

export interface LookAtForumInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
}

/** How a forum stands. */
export type FoundForum =
  /** Still to come: which version of its announcement there is, from 1, and when to look again. */
  | { state: 'announced'; version: number; reminds: boolean; until: number }
  /** It is over. */
  | { state: 'held' }
  | { state: 'paused' }
  | { state: 'ended'; how: Ending };

/** Looks at a forum as its announcement is now. Repeatable. */
export async function lookAtForum(
  { database }: RecordDependencies,
  { process: { municipalityId, caseId }, at }: LookAtForumInput,
): Promise<FoundForum> {
  return database.transaction(municipalityId, async (tx) => {
    const current = await lockCase(tx, municipalityId, caseId);
    await consumeOutbox(tx, municipalityId, { caseId, kind: 'look' }, new Date(at));
    if (current.ending) return { state: 'ended', how: current.ending };
    if (current.paused_at) return { state: 'paused' };
    const versions = await applicationsOfCase(tx, municipalityId, caseId);
    const latest = versions.at(-1);
    if (!latest) throw new Error('application.missing');
    const forum = forumOf(latest.answers);
    const endsAt = timesOf(forum).endsAt.getTime();
    if (at >= endsAt) return { state: 'held' };
    const remindAt = reminderOf(latest);
    const comes = remindAt !== undefined && at < remindAt;
    const until = comes ? remindAt : endsAt;
    const reminds = remindAt !== undefined && !comes && at < timesOf(forum).beginsAt.getTime();
    return { state: 'announced', version: versions.length, reminds, until };
  });
}
