import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { getCase, type Case } from '../../database/repositories/case.repository';
import { respondentOfTask } from '../../database/repositories/collection.repository';
import {
  findParty,
  lockParty,
  openCasesAbout,
  type Party,
} from '../../database/repositories/party.repository';
import type { Task } from '../../database/repositories/task.repository';
import type { NewCoordinatorRequest, ReceiptView, TaskView } from '../../domain/api/shapes';
import { DomainError } from '../../domain/errors';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { partyChange } from '../../domain/processes/party-change';
import type { ServerContext } from '../context';
import { receiveApplication } from './receive-application';

/** Who names a new coordinator, and for which party. */
interface Naming {
  task: Task;
  party: Party;
  /** The case whose question they have. */
  from: Case;
}

/**
 * Whether whoever is asked for a party can name another coordinator, or has done so and the party's
 * signatories have not answered yet; null where it cannot be done here.
 */
export async function newCoordinatorOf(
  tx: Tx,
  municipality: Municipality,
  task: Task,
): Promise<TaskView['newCoordinator']> {
  const party = await partyAsked(tx, municipality, task);
  if (!party) return null;
  return (await isWaiting(tx, task, party)) ? 'waiting' : 'offered';
}

/** Throws `task.closed` where nobody can be named, and `party.hasOpenCase` while the signatories are asked. */
export async function requireNaming(
  tx: Tx,
  municipality: Municipality,
  task: Task,
): Promise<Naming> {
  const party = await partyAsked(tx, municipality, task);
  if (!party) throw new DomainError('task.closed', { task: task.id });
  if (await isWaiting(tx, task, party)) throw new DomainError('party.hasOpenCase');
  return { task, party, from: await getCase(tx, municipality.id, task.case_id) };
}

/**
 * The party's coordinator has left and says who takes over: a report of the party's own, which its
 * signatories confirm as any other. The question goes to the new one once they have.
 */
export async function nameNewCoordinator(
  context: ServerContext,
  municipality: Municipality,
  language: Language,
  { task, party, from }: Naming,
  { newCoordinatorName, newCoordinatorEmail }: NewCoordinatorRequest,
): Promise<ReceiptView> {
  const [formId = '', version] = formOf(municipality)?.split('@') ?? [];
  return receiveApplication(context, municipality, language, {
    ...{ formId, formVersion: Number(version), submissionKey: randomUUID(), party, from },
    // Whoever presses twice has their signatories asked once.
    recordFaults: async (tx) => {
      await lockParty(tx, municipality.id, party.id);
      if (await isWaiting(tx, task, party)) throw new DomainError('party.hasOpenCase');
      return {};
    },
    answers: {
      ...{ organisationName: party.organisation_name, change: 'coordinator' },
      ...(party.organisation_number !== null && { organisationNumber: party.organisation_number }),
      ...{ newCoordinatorName, newCoordinatorEmail, publishContact: 'no' },
      ...{ senderName: task.assignee_name, senderEmail: task.assignee_email },
    },
  });
}

async function partyAsked(
  tx: Tx,
  municipality: Municipality,
  task: Task,
): Promise<Party | undefined> {
  const isTheirs = task.state === 'open' && task.assignee_role === 'partyCoordinator';
  if (!isTheirs || formOf(municipality) === undefined) return undefined;
  const respondent = await respondentOfTask(tx, municipality.id, task.id);
  if (!respondent?.party_id) return undefined;
  const party = await findParty(tx, municipality.id, respondent.party_id);
  return party?.ended_on === null ? party : undefined;
}

async function isWaiting(tx: Tx, task: Task, party: Party): Promise<boolean> {
  const open = await openCasesAbout(tx, task.municipality_id, party.id);
  return open.some(({ process, begun_from: from }) => {
    return process === partyChange.name && from === task.case_id;
  });
}

function formOf({ processes }: Municipality): string | undefined {
  return processes[partyChange.name]?.applicationForm;
}
