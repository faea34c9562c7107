import type { Tx } from '../../database/database';
import { resolveAttentions } from '../../database/repositories/attention.repository';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, type Case } from '../../database/repositories/case.repository';
import { insertIntervention } from '../../database/repositories/intervention.repository';
import {
  lettersOfCase,
  planAgain,
  type Letter,
} from '../../database/repositories/letter.repository';
import { wakeMending } from '../../database/repositories/mending.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import {
  decideReach,
  isSamePerson,
  reachNow,
  type Reach,
  type Reader,
} from '../../database/repositories/reach.repository';
import { reachPartyCoordinator } from '../../database/repositories/party.repository';
import { reachAssignee, tasksOfCase, type Task } from '../../database/repositories/task.repository';
import type { DeskReader, ReaderRequest } from '../../domain/api/desk';
import { isMunicipalRole } from '../../domain/asking/stand-ins';
import { DomainError } from '../../domain/errors';
import { cleanText } from '../../domain/forms/clean-text';
import { cameBack, refusalKey } from '../../domain/letters';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { planNewLink } from './new-link';
import { takeBackLetter } from './take-back-letter';

interface Written {
  municipality: Municipality;
  tasks: readonly Task[];
  letters: readonly Letter[];
}

/** Those of the organisation who have been written to in a case, and how letters reach them now. */
export async function readersOf(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
  { municipality, tasks, letters }: Written,
): Promise<DeskReader[]> {
  const reached = await reachNow(tx, municipalityId, caseId);
  const readers: DeskReader[] = [];
  for (const letter of letters.toReversed()) {
    // Whoever subscribes looks after their address themselves.
    if (letter.subscriber_id !== null || isColleague(letter, municipality, tasks)) continue;
    const now: Reader & { postal?: string } = reached(readerOf(letter));
    if (readers.some((each) => isSamePerson(each, now))) continue;
    // Whoever has no address but a postal one is written to there, as their last letter was.
    const way = now.postal ?? (now.email === '' ? letter.recipient_postal : null);
    readers.push({ letterId: letter.id, name: now.name, email: now.email, postal: way });
  }
  return readers.reverse();
}

function readerOf({ recipient_name: name, recipient_email: email }: Letter): Reader {
  return { name, email };
}

/** The municipality's own people have their addresses from its configuration. */
function isColleague(
  { task_id: taskId, recipient_email: email }: Letter,
  { contactPoint, caseOfficer }: Municipality,
  tasks: readonly Task[],
): boolean {
  const colleagues = tasks.filter(({ assignee_role: role }) => isMunicipalRole(role));
  const addresses = [contactPoint, caseOfficer, ...colleagues.map(mailboxOf)];
  return (
    colleagues.some(({ id }) => id === taskId) || addresses.some((each) => each.email === email)
  );
}

function mailboxOf({ assignee_email: email }: Task) {
  return { email };
}

interface Decision {
  municipality: Municipality;
  found: Case;
  letterId: string;
  official: Official;
  now: Date;
}

const events = {
  allByPost: 'readerByPost',
  addEmail: 'readerEmailAdded',
  mailAgain: 'readerMailedAgain',
  cameBack: 'letterCameBack',
} as const satisfies Record<ReaderRequest['kind'], string>;

/**
 * Decides how somebody of the organisation is reached from now on in a case: open questions, letters that
 * wait or did not arrive, and all that follow; or tells that the last letter to them has come back. Throws
 * `letter.unknown`, also for a colleague's letter and for one that cannot have come back.
 */
export async function reachReader(
  tx: Tx,
  { municipality, found, letterId, official, now: at }: Decision,
  request: ReaderRequest,
): Promise<void> {
  const { municipality_id: municipalityId, id: caseId } = found;
  await lockCase(tx, municipalityId, caseId);
  const letters = await lettersOfCase(tx, municipalityId, caseId);
  const tasks = await tasksOfCase(tx, municipalityId, caseId);
  const readers = await readersOf(tx, found, { municipality, tasks, letters });
  const reader = readers.find((each) => each.letterId === letterId);
  // Without an address of either kind nothing would arrive.
  if (!reader || (request.kind === 'mailAgain' && reader.email === '')) {
    throw new DomainError('letter.unknown');
  }
  if (request.kind === 'cameBack') {
    await takeBack(tx, letters, { letterId, at });
  } else {
    const reach = reachOf(request);
    await decideReach(tx, municipalityId, { caseId, reader, reach, at });
    await reachPartyCoordinator(tx, municipalityId, { caseId, reader, reach });
    await redirect(tx, found, { reader, reach, letters, tasks, at });
  }
  const by = official.subject;
  const intervention = await insertIntervention(tx, municipalityId, {
    ...{ case_id: caseId, task_id: null, kind: request.kind, by, at },
    actor: 'official',
    reason: cleanText(request.reason),
  });
  await appendAudit(tx, municipalityId, caseId, {
    ...{ at, actor: 'official', event: events[request.kind], details: { intervention, by } },
  });
  await addToOutbox(tx, municipalityId, { caseId, kind: 'deliver', at });
}

/** Post comes back in an envelope, and a mail where nothing takes bounces (`take-bounce.ts`) to a person. */
async function takeBack(
  tx: Tx,
  letters: readonly Letter[],
  { letterId, at }: { letterId: string; at: Date },
): Promise<void> {
  const letter = letters.find(({ id }) => id === letterId);
  if (!letter || !(await takeBackLetter(tx, letter, { code: cameBack, at }))) {
    throw new DomainError('letter.unknown');
  }
}

function reachOf(request: Exclude<ReaderRequest, { kind: 'cameBack' }>): Reach {
  if (request.kind === 'mailAgain') return 'asBefore';
  if (request.kind === 'addEmail') return { newEmail: request.email };
  return { postal: request.postal.split('\n').map(cleanText).join('\n') };
}

interface Redirection {
  reader: Reader;
  reach: Reach;
  letters: readonly Letter[];
  tasks: readonly Task[];
  at: Date;
}

/** What is on its way to somebody takes the new way. */
async function redirect(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
  { reader, reach, letters, tasks, at }: Redirection,
): Promise<void> {
  const to = addressesOf(reach);
  const waiting = letters.filter((letter) => {
    return ['failed', 'pending'].includes(letter.state) && isSamePerson(readerOf(letter), reader);
  });
  for (const { id } of waiting) await planAgain(tx, municipalityId, id, to);
  const keys = waiting.map(({ letter_key: key }) => refusalKey(key));
  await resolveAttentions(tx, municipalityId, { caseId, keys, at });
  await wakeMending(tx, municipalityId, { caseId, at });
  const asked = tasks.filter(({ assignee_name: name, assignee_email: email, ...task }) => {
    const isTheirs = isSamePerson({ name, email }, reader);
    return isTheirs && ['open', 'waiting'].includes(task.state);
  });
  for (const task of asked) {
    const reached = await reachAssignee(tx, municipalityId, task.id, to);
    // Whoever was asked on paper has had no link yet.
    if (to.email !== undefined && task.state === 'open') await planNewLink(tx, reached, at);
  }
}

function addressesOf(reach: Reach): { email?: string; postal: string | null } {
  if (reach === 'asBefore') return { postal: null };
  return 'newEmail' in reach ? { email: reach.newEmail, postal: null } : reach;
}
