import type { Tx } from '../../database/database';
import { auditOfCase } from '../../database/repositories/audit.repository';
import type { Case } from '../../database/repositories/case.repository';
import { sharedDocumentsOfCase } from '../../database/repositories/document.repository';
import { partySpokenFor } from '../../database/repositories/party.repository';
import { questionsOfCase } from '../../database/repositories/question.repository';
import { tasksOfCase, type Task } from '../../database/repositories/task.repository';
import { filesOfCase } from '../../database/repositories/upload.repository';
import { timelineEvents, type CaseView, type TimelineEvent } from '../../domain/api/shapes';
import type { Language } from '../../domain/language';
import type { ProcessDefinition } from '../../domain/processes/definition';
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
    reportAddress: await reportAddress(tx, context, found),
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

/** Whoever follows a case of a party in the register reports from it what has changed. */
async function reportAddress(
  tx: Tx,
  { municipalities, processes }: ServerContext,
  found: Case,
): Promise<string | null> {
  const municipality = municipalities.get(found.municipality_id);
  const report = municipality && processes.of(municipality).find(isReport);
  const party = report && (await partySpokenFor(tx, found.municipality_id, found));
  return party && party.ended_on === null ? report.address : null;
}

function isReport({ aboutParty }: ProcessDefinition): boolean {
  return aboutParty === 'report';
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
