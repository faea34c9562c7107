import { reachNow } from '../../database/repositories/reach.repository';
import type { Database, Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, recordProgress, type Case } from '../../database/repositories/case.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import { consumeOutbox, hasWord } from '../../database/repositories/outbox.repository';
import { endCollections } from '../../database/repositories/collection.repository';
import { forgetNeeds } from '../../database/repositories/forum.repository';
import { freezeReport, publishReport } from '../../database/repositories/report.repository';
import { enterParty } from '../../database/repositories/party.repository';
import { findStepResults } from '../../database/repositories/step.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { findTask } from '../../database/repositories/task.repository';
import { stockholmDate } from '../../domain/calendar';
import { boundAnswer, boundPeople, boundSigningRule } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import type { Municipality } from '../../domain/municipality';
import { address } from '../../domain/asking/stand-ins';
import type {
  LetterPlan,
  LetterTemplate,
  ProcessState,
  StepRecord,
  StepResult,
} from '../../domain/process';
import type { ProcessRegistry } from '../../domain/processes/registry';
import { changePartyOf } from './change-party';
import { beginCollection } from './collect';
import { sendToCommittees } from './circulate';
import { makeFinal } from './make-final';
import { openRound } from './open-round';
import { planTransfer } from './plan-transfer';
import { assigneesOf } from './people';
import { inviteOrganisations, keepAgreementDraft } from './tend-first-agreement';
import { raiseBudgets } from './raise-budgets';
import { settleYear, tellTransfer } from './settle-year';
import { beginFocusAreas, takeFocusStep } from './tend-focus-areas';
import { beginNewsletter, publishNewsletter, tellNewsletterLapsed } from './tend-newsletter';
import { adoptPlan, beginPlanIfDue } from './tend-plan';
import { isPast } from './past-run';
import { assigneeOf, type Person } from './person';
import { tellOfEndedYears } from './tell-parties';

export interface RecordInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
  steps: readonly StepRecord[];
}

export interface RecordDependencies {
  database: Database;
  forms: FormRegistry;
  processes: ProcessRegistry;
  municipality(id: string): Municipality;
}

/** What a step is recorded with: one transaction, one instant, one case. */
export interface Recording {
  tx: Tx;
  forms: FormRegistry;
  processes: ProcessRegistry;
  municipality: Municipality;
  current: Case;
  at: Date;
}

/**
 * Records steps of a process in one transaction, each with its own row. A step that is already
 * recorded answers what it answered then and changes nothing, so every call may be repeated.
 */
export async function recordSteps(
  dependencies: RecordDependencies,
  { process, at, steps }: RecordInput,
): Promise<StepResult[]> {
  const { municipalityId, caseId } = process;
  return dependencies.database.transaction(municipalityId, async (tx) => {
    const current = await lockCase(tx, municipalityId, caseId);
    return recordInCase(tx, dependencies, current, { process, at, steps });
  });
}

/** The same inside the caller's transaction, which holds the lock of the case. */
export async function recordInCase(
  tx: Tx,
  { forms, processes, municipality }: RecordDependencies,
  current: Case,
  { process, at, steps }: RecordInput,
): Promise<StepResult[]> {
  if (steps.length === 0) return [];
  const { municipalityId, caseId, ...phase } = process;
  const now = new Date(at);
  const its = municipality(municipalityId);
  const recording = { tx, forms, processes, municipality: its, current, at: now };
  const keys = steps.map(({ key }) => key);
  const recorded = await findStepResults<StepResult>(tx, municipalityId, caseId, keys);
  const missing = steps.filter(({ key }) => !recorded.has(key));
  const { ending } = current;
  // A run that only repeats itself, while somebody has taken the case up again, does not say where that is.
  if (missing.length === 0 && isPast(process, current))
    return steps.map(({ key }) => recorded.get(key) ?? {});
  const goesOn = missing.some(takesCaseFurther);
  if (ending && (missing.some(asksSomebody) || (goesOn && !process.ending)))
    return steps.map(() => ({ ended: ending }));
  if (current.paused_at && !ending && goesOn) {
    // The process knows that it waits: it needs no more word until somebody lets it go on.
    for (const kind of ['start', 'look'] as const) {
      await consumeOutbox(tx, municipalityId, { caseId, kind }, now);
    }
    return steps.map(() => ({ held: true }));
  }
  const waits = !process.ending && missing.some(({ unlessWord }) => unlessWord);
  if (waits && (await hasWord(tx, municipalityId, caseId)))
    return steps.map(() => ({ unheard: true }));
  const results = new Map(recorded);
  for (const step of missing) results.set(step.key, await carryOut(recording, step));
  const rows = missing.map(({ key }) => ({ key, result: results.get(key) }));
  const stand = { phase, ...standAfter(missing, process, now) };
  await recordProgress(tx, current, rows, stand);
  if (current.state === 'received') {
    await consumeOutbox(tx, municipalityId, { caseId, kind: 'start' }, now);
  }
  if (steps.some(({ tellYears }) => tellYears)) await tellOfEndedYears(recording);
  // Nothing looks any more at what was said to a process that has ended.
  const isOver = current.closed_at !== null && ending !== null;
  const hearsOn = steps.some((step) => step.hearsOn);
  if ((stand.closedAt || isOver) && !hearsOn)
    await consumeOutbox(tx, municipalityId, { caseId, kind: 'look' }, now);
  return steps.map(({ key }) => results.get(key) ?? {});
}

function asksSomebody({ task, circulate, collect }: StepRecord): boolean {
  return Boolean(task ?? circulate ?? collect);
}

/** Letters and lines in the timeline of what has been are recorded of a paused case too. */
const ofWhatHasBeen = ['key', 'state', 'events', 'letters'];

function takesCaseFurther(step: StepRecord): boolean {
  return Object.keys(step).some((part) => !ofWhatHasBeen.includes(part));
}

/** Where the case stands when all of the steps are done. */
function standAfter(steps: readonly StepRecord[], { ending }: ProcessState, at: Date) {
  const state = steps.findLast((step) => step.state)?.state;
  const closes = steps.some((step) => step.close);
  return {
    ...(state && { state }),
    ...(closes && { closedAt: at }),
    ...(closes && ending && { ending }),
  };
}

async function carryOut(recording: Recording, step: StepRecord): Promise<StepResult> {
  const { tx, current, at } = recording;
  const { municipality_id, id } = current;
  for (const letter of step.letters ?? []) await plan(recording, letter);
  const tasks = step.task && (await openRound(recording, step.key, step.task));
  const collection = step.collect && (await beginCollection(recording, step.key, step.collect));
  if (step.endCollections) await endCollections(tx, municipality_id, id, at);
  if (step.report === 'freeze') await freezeReport(tx, municipality_id, id, at);
  if (step.forgetNeeds) await forgetNeeds(tx, municipality_id, id);
  if (step.report === 'publish') {
    await publishReport(tx, municipality_id, id, at);
    await beginPlanIfDue(recording);
    await beginFocusAreas(recording);
    await beginNewsletter(recording);
  }
  if (step.adoptPlan) await adoptPlan(recording);
  if (step.publishNewsletter) await publishNewsletter(recording);
  if (step.tellNewsletterLapsed) await tellNewsletterLapsed(recording);
  // After the collections are closed: nothing that is counted can change any more.
  const focus = step.focus && (await takeFocusStep(recording, step.focus));
  if (step.invite) await inviteOrganisations(recording);
  if (step.agreementDraft) await keepAgreementDraft(recording);
  if (step.accede) await accede(recording);
  if (step.party) await changePartyOf(recording, step.party);
  if (step.circulate) await sendToCommittees(recording, step.key);
  if (step.final) await makeFinal(recording);
  if (step.planTransfer) await planTransfer(recording);
  if (step.settleYear) await settleYear(recording, step.settleYear);
  if (step.raiseBudgets) await raiseBudgets(recording);
  if (step.tellTransfer) await tellTransfer(recording);
  for (const event of step.events ?? []) {
    await appendAudit(tx, municipality_id, id, { at, ...event, details: { step: step.key } });
  }
  return { ...(tasks && { tasks }), ...(collection && { collection }), ...(focus && { focus }) };
}

/** A letter to everybody who has the role; the first has the plan's own key, the others add their place. */
async function plan(recording: Recording, letter: LetterPlan): Promise<void> {
  const recipients = await recipientsOf(recording, letter);
  for (const [i, recipient] of recipients.entries()) {
    const key = i === 0 ? letter.key : `${letter.key}/${i + 1}`;
    await planFor(recording, { ...letter, key }, recipient);
  }
}

async function planFor(
  { tx, municipality, current, at }: Recording,
  letter: LetterPlan,
  recipient: Person,
): Promise<void> {
  await planLetter(tx, municipality.id, {
    case_id: current.id,
    task_id: letter.taskId ?? null,
    letter_key: letter.key,
    template: letter.template,
    recipient_name: recipient.name,
    recipient_email: recipient.email,
    recipient_postal: recipient.postal ?? null,
    language: recipient.language,
    ordinal: letter.ordinal ?? 1,
    attachments: letter.attach ?? [],
    link: letter.link ?? null,
    created_at: at,
  });
}

/** Letters that tell somebody else that a question is not answered. */
const escalations: readonly LetterTemplate[] = ['escalated', 'commissionEscalated'];

async function recipientsOf(
  { tx, forms, municipality, current }: Recording,
  { to, taskId, template }: LetterPlan,
): Promise<readonly Person[]> {
  const task = taskId === undefined ? undefined : await findTask(tx, municipality.id, taskId);
  if (to !== 'assignee') {
    const { people } = await assigneesOf(tx, forms, municipality, current.id, to);
    if (people.length === 0) throw new Error('role.unbound');
    if (!task || !escalations.includes(template)) return people;
    // Whoever is asked is reminded already, and needs no second letter about it.
    return people.filter((person) => !isSameAddress(person.email, task.assignee_email));
  }
  if (!task) throw new Error('task.unknown');
  return [assigneeOf(task)];
}

function isSameAddress(one: string, other: string): boolean {
  return one !== '' && address(one) === address(other);
}

async function accede({ tx, forms, municipality, current, at }: Recording): Promise<void> {
  const application = await getApplication(tx, municipality.id, current.id);
  const form = forms.get(application.form_reference);
  const { agreement_version_id } = current;
  if (!agreement_version_id) throw new Error('agreement.none');
  const reached = await reachNow(tx, municipality.id, current.id);
  const answer = (binding: Parameters<typeof boundAnswer>[1]) =>
    boundAnswer(form, binding, application.answers);
  const signatories = boundPeople(form, 'signatories', application.answers).map(reached);
  const postal = answer('coordinatorPostal');
  const coordinator = reached({
    name: answer('coordinatorName') ?? '',
    email: answer('coordinatorEmail') ?? '',
    ...(postal !== undefined && { postal }),
  });
  await enterParty(
    tx,
    municipality.id,
    {
      case_id: current.id,
      organisation_name: current.organisation_name,
      organisation_number: current.organisation_number,
      legal_form: answer('legalForm') ?? null,
      coordinator_name: coordinator.name,
      coordinator_email: coordinator.email,
      coordinator_postal: coordinator.postal ?? null,
      contact_published: current.contact_published ?? answer('publishContact') === 'yes',
      agreement_version_id,
      acceded_on: stockholmDate(at),
      signatories: JSON.stringify(signatories),
      signing_rule: boundSigningRule(form, application.answers),
    },
    at,
  );
}
