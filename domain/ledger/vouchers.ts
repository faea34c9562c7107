import { sumOf } from '../money';
import { translator } from '../texts/index';
import type { AccountCoding, LedgerConfiguration } from './coding';
import type { TransactionKind } from './posting';
import type { Voucher } from './sie';

/** A transaction of the ledger, as the accounting system is to get it. */
export interface BookedTransaction {
  kind: TransactionKind;
  /** `YYYY-MM-DD` */
  postedOn: string;
  decision: string;
  /** The case's number; null for what no case has brought. */
  number: string | null;
  entries: readonly BookedEntry[];
}

export interface BookedEntry {
  committee: string;
  year: number;
  coding: AccountCoding;
  line: string;
  ore: number;
}

/**
 * What a transaction is in one budget year: the whole voucher of one that moves money within the year. Of
 * one between years, such as a carry-over, it is what leaves the year or comes in to it, against the account
 * that budgets come from, so that it balances in each of the years and says from which or to which the
 * money goes. Its text is Swedish.
 */
export function voucherOf(
  { kind, postedOn, decision, number, entries }: BookedTransaction,
  year: number,
  book: LedgerConfiguration,
): Voucher {
  const own = entries.filter((entry) => entry.year === year);
  const between = own.length < entries.length;
  const text = [between ? betweenYears(kind, own, entries, year) : kindInWords(kind), decision];
  return {
    postedOn,
    text: [...text, number ?? ''].filter((part) => part !== '').join(', '),
    entries: between ? [...own, ...againstSource(own, book)] : own,
  };
}

/**
 * What a transaction is to one committee in one budget year: its own entries, against the account that
 * budgets come from, whoever had the other half.
 */
export function voucherOfPot(
  transaction: BookedTransaction,
  { committee, year }: { committee: string; year: number },
  book: LedgerConfiguration,
): Voucher {
  const own = transaction.entries.filter(
    (entry) => entry.year === year && entry.committee === committee,
  );
  const entries = [...own, ...againstSource(own, book)];
  return { ...voucherOf(transaction, year, book), entries };
}

function kindInWords(kind: TransactionKind): string {
  return translator('sv', 'document')(`ledger.kinds.${kind}`);
}

/** "Ombudgetering till 2028" in the year that the money leaves. */
function betweenYears(
  kind: TransactionKind,
  own: readonly BookedEntry[],
  entries: readonly BookedEntry[],
  year: number,
): string {
  const t = translator('sv', 'document');
  const leaves = sumOf(own.map(({ ore }) => ore)) < 0;
  const other = entries.find((entry) => entry.year !== year)?.year ?? year;
  const words = { kind: kindInWords(kind), year: other };
  return leaves ? t('ledger.toYear', words) : t('ledger.fromYear', words);
}

/** What lets a year's part of a transaction balance, line by line. */
function againstSource(
  own: readonly BookedEntry[],
  { accounts, source }: LedgerConfiguration,
): Voucher['entries'] {
  const from = accounts[source];
  if (!from) throw new RangeError('the source of budgets has no account');
  const { account, objects } = from;
  return [...new Set(own.map(({ line }) => line))].flatMap((line) => {
    const ore = sumOf(own.filter((entry) => entry.line === line).map((entry) => entry.ore));
    return ore === 0 ? [] : [{ coding: { account, objects }, line, ore: -ore }];
  });
}
