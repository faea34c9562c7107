import { sql } from 'kysely';
import type { Tx } from '../database';

/** A record of a case: a document of ours or a file that came with the application. */
export type RecordEntry = Awaited<ReturnType<typeof recordsOfCase>>[number];

/** Gives what was just filed the next number within its case. The caller holds the case's lock. */
export async function numberRecord(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  filed: { document_id: string } | { case_file_id: string },
): Promise<void> {
  const last = await tx
    .selectFrom('record')
    .select((of) => of.fn.max('number').as('number'))
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  await tx
    .insertInto('record')
    .values({
      document_id: null,
      case_file_id: null,
      ...filed,
      municipality_id: municipalityId,
      case_id: caseId,
      number: (last?.number ?? 0) + 1,
    })
    .execute();
}

/** The records of a case by their number, each with the provision it is secret by, if it is. */
export function recordsOfCase(tx: Tx, municipalityId: string, caseId: string) {
  return tx
    .selectFrom('record')
    .leftJoin('document', 'document.id', 'record.document_id')
    .leftJoin('case_file', 'case_file.id', 'record.case_file_id')
    .leftJoin('secrecy_mark', (join) =>
      join
        .onRef('secrecy_mark.case_id', '=', 'record.case_id')
        .onRef('secrecy_mark.record_number', '=', 'record.number')
        .on('secrecy_mark.lifted_at', 'is', null),
    )
    .where('record.municipality_id', '=', municipalityId)
    .where('record.case_id', '=', caseId)
    .select([
      'record.number',
      'record.document_id',
      'record.case_file_id',
      'document.kind',
      'document.language',
      'secrecy_mark.provision',
      'case_file.note',
    ])
    .select([
      sql<string>`coalesce(document.title, case_file.name)`.as('title'),
      sql<number>`coalesce(document.size, case_file.size)`.as('size'),
      sql<Date>`coalesce(document.created_at, case_file.filed_at)`.as('filed_at'),
    ])
    .orderBy('record.number')
    .execute();
}
