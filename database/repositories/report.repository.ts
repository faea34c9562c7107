import { sql, type Selectable } from 'kysely';
import type { Tx } from '../database';
import type { FollowUpReportTable } from '../tables';

export type StoredReport = Selectable<FollowUpReportTable>;

/** Keeps a version of a case's report; one that is there already stays as it is. */
export async function keepReport(
  tx: Tx,
  municipalityId: string,
  {
    content,
    ...report
  }: Pick<StoredReport, 'case_id' | 'version' | 'content' | 'sha256' | 'made_at'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('follow_up_report')
    .values({
      ...report,
      ...{ municipality_id: municipalityId, content: JSON.stringify(content) },
      ...{ frozen_at: null, published_at: null },
    })
    .onConflict((conflict) => conflict.columns(['case_id', 'version']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** The versions of a case's report, oldest first. */
export function reportsOf(tx: Tx, municipalityId: string, caseId: string): Promise<StoredReport[]> {
  return tx
    .selectFrom('follow_up_report')
    .selectAll()
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('version')
    .execute();
}

/** The latest version is the final one: an earlier one that was is not any more. */
export async function freezeReport(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  at: Date,
): Promise<void> {
  const latest = (await reportsOf(tx, municipalityId, caseId)).at(-1);
  if (!latest) throw new Error('report.missing');
  const ofCase = tx
    .updateTable('follow_up_report')
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId);
  await ofCase.set({ frozen_at: null }).where('version', '<>', latest.version).execute();
  await ofCase.set({ frozen_at: at }).where('version', '=', latest.version).execute();
}

/** Everybody may read the final version. */
export async function publishReport(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('follow_up_report')
    .set({ published_at: at })
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('frozen_at', 'is not', null)
    .execute();
}

/** What everybody may read, latest year first. */
export function publishedReports(tx: Tx, municipalityId: string) {
  return tx
    .selectFrom('follow_up_report')
    .innerJoin('wheel_turn', 'wheel_turn.case_id', 'follow_up_report.case_id')
    .selectAll('follow_up_report')
    .select('wheel_turn.year')
    .where('follow_up_report.municipality_id', '=', municipalityId)
    .where('published_at', 'is not', null)
    .orderBy('wheel_turn.year', 'desc')
    .execute();
}

/**
 * Whether a case's report has been put before whoever stands behind it. The first version is for the comment
 * alone, and the one that follows has in it what comes meanwhile; from that one on what comes is in no figure.
 */
export async function isReportPutForward(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<boolean> {
  const found = await tx
    .selectFrom('follow_up_report')
    .select('version')
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .where('version', '>', 1)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/**
 * Which of a case's questions were answered when the report that is the latest now had been put forward, by
 * when each was written down: a paper may have arrived before that day.
 */
export async function answeredAfterReport(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<ReadonlySet<string>> {
  const late = await tx
    .selectFrom('task')
    .innerJoin('submission', 'submission.id', 'task.submission_id')
    .select('task.id')
    .where('task.municipality_id', '=', municipalityId)
    .where('task.case_id', '=', caseId)
    .where('task.kind', '=', 'followUp')
    .where(
      sql<boolean>`submission.recorded_at > (
        select max(recorded_at) from follow_up_report where case_id = task.case_id and version > 1)`,
    )
    .execute();
  return new Set(late.map(({ id }) => id));
}

/** The report that was published latest of the years before one: what was never public is compared with nothing. */
export function publishedReportBefore(
  tx: Tx,
  municipalityId: string,
  year: number,
): Promise<StoredReport | undefined> {
  return tx
    .selectFrom('follow_up_report')
    .innerJoin('wheel_turn', 'wheel_turn.case_id', 'follow_up_report.case_id')
    .selectAll('follow_up_report')
    .where('follow_up_report.municipality_id', '=', municipalityId)
    .where('published_at', 'is not', null)
    .where('wheel_turn.year', '<', year)
    .orderBy('wheel_turn.year', 'desc')
    .limit(1)
    .executeTakeFirst();
}
