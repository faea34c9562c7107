import type { Tx } from '../../database/database';
import { auditOfCase } from '../../database/repositories/audit.repository';
import type { Case } from '../../database/repositories/case.repository';
import { sharedDocumentsOfCase } from '../../database/repositories/document.repository';
import { questionsOfCase } from '../../database/repositories/question.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import { filesOfCase } from '../../database/repositories/upload.repository';
import { timelineEvents, type CaseView, type TimelineEvent } from '../../domain/api/shapes';
import type { Language } from '../../domain/language';
import type { ServerContext } from '../context';
import { isContactPublished } from './applicants-own';
import { documentLink, isOverdue, pageWording } from './views';

/** The status of a case as its applicant sees it. Changes nothing. */
export async function readCase(
  tx: Tx,
  context: ServerContext,
  found: Case,
  language: Language,
): Promise<CaseView> {
  const process = context.processes.get(found.process);
  const tasks = await tasksOfCase(tx, found.municipality_id, found.id);
  const documents = await sharedDocumentsOfCase(tx, found.municipality_id, found.id);
  const files = await filesOfCase(tx, found.municipality_id, found.id);
  const questions = await questionsOfCase(tx, found.municipality_id, found.id);
  const audit = await auditOfCase(tx, found.municipality_id, found.id);
  return {
    id: found.id,
    process: process.address,
    wording: pageWording(process, language),
    number: found.number,
    state: found.state,
    organisationName: found.organisation_name,
    receivedAt: found.opened_at.toISOString(),
    waitsFor: waitsFor(tasks, context.clock()),
    usuallyWithinDays: usuallyWithinDays(context, found),
    contactPublished: await isContactPublished(tx, context, found),
    questionsAskedAt: questions.map(({ asked_at }) => asked_at.toISOString()),
    documents: documents.map(documentLink),
    files: files.map(({ id, name, size, sha256 }) => ({ id, name, size, sha256 })),
    timeline: audit
      .filter((entry) => isTimelineEvent(entry.event))
      .map((entry) => ({ at: entry.at.toISOString(), event: entry.event as TimelineEvent })),
  };
}

function usuallyWithinDays({ municipalities }: ServerContext, found: Case): number | null {
  const { municipality_id: id, process, state } = found;
  return municipalities.get(id)?.processes[process]?.usuallyWithinDays?.[state] ?? null;
}

function waitsFor(tasks: readonly Task[], now: Date): CaseView['waitsFor'] {
  const open = tasks.find((task) => task.state === 'open');
  return open
    ? {
        who: awaitedRole(open),
        since: open.opened_at.toISOString(),
        deadline: open.deadline,
        overdue: isOverdue(open, now),
      }
    : null;
}

const awaited = ['signatory', 'coordinator', 'reviewer', 'countersigner'] as const;

/** Whom the applicant sees the case wait for. */
function awaitedRole({ assignee_role: role }: Task) {
  if (role === 'partySignatory') return 'signatory';
  if (role === 'partyCoordinator') return 'coordinator';
  return awaited.find((each) => each === role) ?? 'caseOfficer';
}

function isTimelineEvent(event: string): event is TimelineEvent {
  return (timelineEvents as readonly string[]).includes(event);
}
