import type { Tx } from '../../database/database';
import { getCase } from '../../database/repositories/case.repository';
import {
  commissionsOf,
  findCommission,
  type Commission,
} from '../../database/repositories/commission.repository';
import { circulationsOf, mattersOf } from '../../database/repositories/matter.repository';
import { getApplication, getSubmission } from '../../database/repositories/submission.repository';
import { tasksOfCase } from '../../database/repositories/task.repository';
import type { CommissionView } from '../../domain/api/desk';
import type { FileAnswer } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import type { Language } from '../../domain/language';
import { isOverdue } from './views';

interface Reading {
  municipality: Municipality;
  caseId: string;
  language: Language;
  now: Date;
}

/**
 * What offices have been given in a case: in a committee's by its decisions, in a circulation's by those
 * of its committees, in an office's own that one task.
 */
export async function readCommissions(tx: Tx, reading: Reading): Promise<CommissionView[]> {
  const { municipality, caseId } = reading;
  const own = await findCommission(tx, municipality.id, caseId);
  const cases = [caseId];
  for (const { round_key: round } of await circulationsOf(tx, municipality.id, caseId)) {
    const matters = await mattersOf(tx, municipality.id, { caseId, round });
    cases.push(...matters.flatMap(({ case_id: id }) => id ?? []));
  }
  const given = own ? [own] : await commissionsOf(tx, municipality.id, cases);
  const views: CommissionView[] = [];
  for (const each of given) views.push(await viewOf(tx, reading, each));
  return views;
}

async function viewOf(
  tx: Tx,
  { municipality, language, now }: Reading,
  { case_id: caseId, office: id, reported_on: reportedOn }: Commission,
): Promise<CommissionView> {
  const { number, closed_at: closed } = await getCase(tx, municipality.id, caseId);
  const { answers } = await getApplication(tx, municipality.id, caseId);
  const tasks = await tasksOfCase(tx, municipality.id, caseId);
  const asked = tasks.findLast(({ kind, passed_on }) => kind === 'commission' && !passed_on);
  const office = municipality.offices?.find((each) => each.id === id);
  return {
    ...{ caseId, number, reportedOn },
    office: office?.name[language] ?? id,
    task: answers['task'] as string,
    deadline: asked?.deadline ?? null,
    overdue: asked ? isOverdue(asked, now) : false,
    answer: asked?.submission_id ? await answerOf(tx, municipality.id, asked.submission_id) : null,
    ended: closed !== null,
  };
}

async function answerOf(
  tx: Tx,
  municipalityId: string,
  submissionId: string,
): Promise<CommissionView['answer']> {
  const { answers, submitted_at: at } = await getSubmission(tx, municipalityId, submissionId);
  const files = (answers['files'] ?? []) as unknown as readonly FileAnswer[];
  return {
    at: at.toISOString(),
    text: answers['answer'] as string,
    by: answers['answeredBy'] as string,
    files: files.map(({ name }) => name),
  };
}
