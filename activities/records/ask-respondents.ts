import type { Tx } from '../../database/database';
import { lockCase } from '../../database/repositories/case.repository';
import {
  askedRespondents,
  findCollection,
  markAsked,
  nextToAsk,
  silentRespondents,
  type Collection,
  type RespondentToAsk,
} from '../../database/repositories/collection.repository';
import { planLetters } from '../../database/repositories/letter.repository';
import { closeRounds, insertRounds } from '../../database/repositories/round.repository';
import { changeTask, type NewTask, type Task } from '../../database/repositories/task.repository';
import { reachedAt } from '../../domain/signatories';
import type { LetterTemplate, ProcessState, Role } from '../../domain/process';
import { collected } from './collect';
import { asPerson } from './people';
import { assigneeOf, type Person } from './person';
import type { RecordDependencies, Recording } from './record-steps';
import { batchSize, tellInBatches } from './tell-in-batches';

export interface CollectionInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
  /** The step that opened the collection. */
  key: string;
  template: LetterTemplate;
}

/**
 * Asks everybody who has not been asked yet, in batches: a task, a link and a letter each. Repeatable:
 * what a batch has done stands in its rows.
 */
export async function askRespondents(
  dependencies: RecordDependencies,
  input: CollectionInput,
): Promise<void> {
  while ((await inBatch(dependencies, input, askNext)) === batchSize);
}

/** Reminds everybody who has not answered, in batches; once for each ordinal. */
export async function remindRespondents(
  dependencies: RecordDependencies,
  input: CollectionInput & { ordinal: number },
): Promise<void> {
  let after = 0;
  const remind = async (batch: Batch) => {
    const silent = await remindNext(batch, input.ordinal, after);
    after = silent.at(-1)?.place ?? after;
    return silent.length;
  };
  while ((await inBatch(dependencies, input, remind)) === batchSize);
}

export interface TellInput {
  process: ProcessState;
  /** Process time in milliseconds since 1970. */
  at: number;
  template: LetterTemplate;
}

/** Writes to everybody who was asked in any collection of a case, in batches; once for each template. */
export async function tellRespondents(
  { database }: RecordDependencies,
  { process, at, template }: TellInput,
): Promise<void> {
  await tellInBatches(
    database,
    process,
    (tx, page) => askedRespondents(tx, process.municipalityId, process.caseId, page),
    (task) => ({
      ...letterTo(task, { key: `${template}/${task.place}`, template, at: new Date(at) }),
      link: null,
    }),
  );
}

interface Batch extends Recording {
  collection: Collection;
  template: LetterTemplate;
}

/** Does a batch's work in a transaction of its own; nothing while the case is paused, or once it has ended. */
async function inBatch(
  dependencies: RecordDependencies,
  { process: { municipalityId, caseId }, at, key, template }: CollectionInput,
  work: (batch: Batch) => Promise<number>,
): Promise<number> {
  const { database, forms, processes } = dependencies;
  return database.transaction(municipalityId, async (tx: Tx) => {
    const current = await lockCase(tx, municipalityId, caseId);
    const collection = await findCollection(tx, municipalityId, { caseId, key });
    if (!collection) throw new Error('collection.unknown');
    if (current.paused_at ?? current.ending ?? collection.closed_at) return 0;
    const municipality = dependencies.municipality(municipalityId);
    const now = new Date(at);
    return work({ tx, forms, processes, municipality, current, at: now, collection, template });
  });
}

async function askNext(batch: Batch): Promise<number> {
  const { tx, current, collection, template, at } = batch;
  const { municipality_id: municipalityId } = current;
  const key = { caseId: current.id, key: collection.step_key };
  const respondents = await nextToAsk(tx, municipalityId, key, batchSize);
  if (respondents.length === 0) return 0;
  const formFor = await collected[collection.kind].forms(batch);
  const rounds = respondents.map((each) => roundOf(batch, each, formFor(each.kind)));
  const tasks = await insertRounds(tx, current, rounds);
  const byStep = new Map(tasks.map((task) => [task.step_key, task]));
  const asked = respondents.map((respondent) => {
    const task = byStep.get(stepOf(collection, respondent.position));
    if (!task) throw new Error('task.unknown');
    return { respondent, task };
  });
  await markAsked(
    tx,
    municipalityId,
    asked.map(({ respondent, task }) => ({ respondentId: respondent.id, taskId: task.id })),
  );
  await planLetters(
    tx,
    municipalityId,
    asked.map(({ task }) => letterTo(task, { key: `${task.step_key}/ask`, template, at })),
  );
  return respondents.length;
}

async function remindNext(
  { tx, current, collection, template, at }: Batch,
  ordinal: number,
  after: number,
) {
  const { municipality_id: municipalityId } = current;
  const key = { caseId: current.id, key: collection.step_key };
  const silent = await silentRespondents(tx, municipalityId, key, { after, limit: batchSize });
  const left = silent.filter(({ ended_on: ended }) => ended !== null);
  for (const { id } of left) {
    await changeTask(tx, municipalityId, id, { state: 'closed', closed_at: at });
  }
  await closeRounds(
    tx,
    current,
    left.map(({ step_key }) => step_key),
    at,
  );
  await planLetters(
    tx,
    municipalityId,
    silent
      .filter(({ ended_on: ended }) => ended === null)
      .map((task) => ({
        ...letterTo(task, { key: `${task.step_key}/reminder/${ordinal}`, template, at }),
        ordinal,
      })),
  );
  return silent;
}

/** Each has a round of their own: whoever answers decides nothing for the others. */
function stepOf({ step_key: key }: Collection, position: number): string {
  return `${key}/${position}`;
}

function roundOf(batch: Batch, respondent: RespondentToAsk, form: string) {
  const { current, collection, at } = batch;
  const person = personOf(batch, respondent);
  const stepKey = stepOf(collection, respondent.position);
  const task: NewTask = {
    ...{ case_id: current.id, step_key: stepKey, kind: collection.kind, state: 'open' },
    ...{
      assignee_role: roleOf(respondent),
      assignee_name: person.name,
      assignee_email: person.email,
    },
    ...{ assignee_postal: person.postal ?? null, language: person.language },
    ...{ form_reference: form, document_sha256: null },
    ...{ opened_at: at, deadline: collection.deadline },
  };
  const round = { rule: { kind: 'first' }, in_order: false, opened_at: at } as const;
  return { stepKey, round, tasks: [task] };
}

function roleOf({ party_id: party, invited_id: invited }: RespondentToAsk): Role {
  if (invited !== null) return 'invited';
  return party === null ? 'office' : 'partyCoordinator';
}

function personOf({ municipality }: Batch, respondent: RespondentToAsk): Person {
  if (respondent.invited_id !== null) {
    const { name, invited_email: email, invited_postal: postal } = respondent;
    const { invited_language: language } = respondent;
    return {
      ...{ name, language: language ?? municipality.defaultLanguage },
      ...reachedAt(email ?? undefined, postal ?? undefined),
    };
  }
  if (respondent.party_id === null) {
    const office = municipality.offices?.find(({ id }) => id === respondent.office_id);
    if (!office) throw new Error('role.unbound');
    return asPerson(municipality, office.mailbox);
  }
  return {
    name: respondent.coordinator_name ?? '',
    language: respondent.language ?? municipality.defaultLanguage,
    ...reachedAt(
      respondent.coordinator_email ?? undefined,
      respondent.coordinator_postal ?? undefined,
    ),
  };
}

function letterTo(
  task: Task,
  { key, template, at }: { key: string; template: LetterTemplate; at: Date },
) {
  const { name, email, postal, language } = assigneeOf(task);
  return {
    ...{ case_id: task.case_id, task_id: task.id, letter_key: key, template, language },
    ...{ recipient_name: name, recipient_email: email, recipient_postal: postal ?? null },
    ...{ ordinal: 1, attachments: [], link: 'task' as const, created_at: at },
  };
}
