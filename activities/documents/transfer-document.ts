import { plannedKey, plannedYears } from '../../database/repositories/budget.repository';
import {
  findMistake,
  findReversal,
  findTransaction,
  findTransactionByKey,
} from '../../database/repositories/ledger.repository';
import { composeTransferOrder } from './compose/compose-transfer-order';
import type { DocumentContent } from './content';
import type { Source } from './make-document';

/**
 * What both committees get when a year of a transfer has been posted: the nth year of the plan, and after
 * all of those each year as it was posted for the second time, and so on.
 */
export async function transferOrder(source: Source): Promise<DocumentContent> {
  const { tx, municipality, found, createdAt, nth } = source;
  const years = await plannedYears(tx, municipality.id, { caseId: found.id });
  const year = years[(nth - 1) % years.length];
  const posting = Math.ceil(nth / years.length);
  const key = year && plannedKey(found.id, year.year, posting);
  const id = key && (await findTransactionByKey(tx, municipality.id, key));
  const posted = id === undefined ? undefined : await findTransaction(tx, municipality.id, id);
  const { ledger } = municipality;
  if (!year || !posted || !ledger) throw new Error('transfer.notPosted');
  return composeTransferOrder({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    number: found.number,
    title: found.organisation_name,
    year,
    ...(posting > 1 && { again: await whyAgain(source, year.year, posting) }),
    posted,
    ledger,
  });
}

/** Why a year is posted for the nth time: the posting before was taken back by mistake, or with its decision. */
async function whyAgain(
  { tx, municipality, found }: Source,
  year: number,
  nth: number,
): Promise<'mistaken' | 'restored'> {
  const before = await findTransactionByKey(
    tx,
    municipality.id,
    plannedKey(found.id, year, nth - 1),
  );
  const reversal = before && (await findReversal(tx, municipality.id, before));
  const mistake = reversal && (await findMistake(tx, municipality.id, reversal.id));
  return mistake ? 'mistaken' : 'restored';
}
