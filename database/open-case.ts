import { randomUUID } from 'node:crypto';
import { fingerprint } from './fingerprint';
import { appendAudit } from './repositories/audit.repository';
import { insertCase } from './repositories/case.repository';
import { announceWord } from './repositories/outbox.repository';
import { insertSubmission } from './repositories/submission.repository';
import { formReference } from '../domain/forms/registry';
import type { Answers, FormDefinition } from '../domain/forms/types';
import type { Municipality } from '../domain/municipality';
import { normalizeNumber } from '../domain/numbering';
import { beginCase } from '../domain/processes/begin';
import type { ProcessDefinition } from '../domain/processes/definition';
import type { Tx } from './database';
import { nextInSeries } from './next-number';

/** A case that another one begins. */
export interface CaseToOpen {
  process: ProcessDefinition;
  /** What it is called in lists, letters and documents. */
  title: string;
  form: FormDefinition;
  answers: Answers;
  /** What the audit says of where it came from. */
  details: Record<string, string | number>;
  /** In the diary's next number where left out. */
  number?: string;
  agreementVersionId?: string;
  /** The case it goes back to. */
  begunFrom?: string;
}

/** The transaction and the moment in which a case is opened. */
export interface Opening {
  tx: Tx;
  municipality: Municipality;
  at: Date;
}

/** Opens a case in the caller's transaction, with word to its workflow; returns its id. */
export async function openCase(
  { tx, municipality, at }: Opening,
  { process, title, form, answers, details, agreementVersionId, begunFrom, ...given }: CaseToOpen,
): Promise<string> {
  const id = randomUUID();
  const series = municipality.processes[process.name]?.numbers ?? municipality.numbers;
  const number = given.number ?? (await nextInSeries(tx, municipality.id, series, at));
  const { defaultLanguage: language } = municipality;
  await insertCase(tx, municipality.id, {
    ...{ id, process: process.name, number, number_key: normalizeNumber(number) },
    ...{ state: 'received', language, organisation_name: title, organisation_number: null },
    agreement_version_id: agreementVersionId ?? null,
    begun_from: begunFrom ?? null,
    phase: JSON.stringify(beginCase(process, municipality)),
    opened_at: at,
    closed_at: null,
  });
  const reference = formReference(form);
  await insertSubmission(tx, municipality.id, {
    ...{ id: randomUUID(), case_id: id, task_id: null, form_reference: reference, answers },
    language,
    sha256: fingerprint({ form: reference, answers, at, caseId: id }),
    submission_key: null,
    submitted_at: at,
  });
  await appendAudit(tx, municipality.id, id, { at, actor: 'system', event: 'received', details });
  await announceWord(tx, municipality.id, { caseId: id, kind: 'start', at });
  return id;
}
