import type { Tx } from '../../database/database';
import {
  entriesByYear,
  ledgerFiles,
  makeLedgerFile,
  transactionsOfFile,
  transactionsOfPot,
} from '../../database/repositories/ledger-file.repository';
import { officialNames } from '../../database/repositories/official.repository';
import type { PotKey } from '../../database/repositories/statement.repository';
import type { LedgerFilesAnswer } from '../../domain/api/ledger';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { sieFile } from '../../domain/ledger/sie';
import { voucherOf, voucherOfPot } from '../../domain/ledger/vouchers';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { accountOf, bookOf } from './ledger-statement';

/** The files that the accounting system has got, year by year, and how much no file has yet. */
export async function readLedgerFiles(
  tx: Tx,
  municipality: Municipality,
): Promise<LedgerFilesAnswer> {
  bookOf(municipality);
  const made = await ledgerFiles(tx, municipality.id);
  const names = await officialNames(
    tx,
    municipality.id,
    made.map(({ madeBy }) => madeBy),
  );
  const years = await entriesByYear(tx, municipality.id);
  return {
    years: years.reverse().map(({ year, entries }) => {
      const own = made.filter((file) => file.year === year);
      const files = own.map(({ number, entries: has, madeAt, madeBy }) => ({
        ...{ number, entries: has, madeAt: madeAt.toISOString() },
        madeBy: names.get(madeBy) ?? null,
      }));
      return { year, files, waiting: files.reduce((left, file) => left - file.entries, entries) };
    }),
  };
}

/**
 * Makes a file of all that no file of the year has; throws `page.unknown` for a year without anything,
 * `ledger.fileMadeBy` for whoever comes second, and what `makeLedgerFile` throws.
 */
export async function makeYearFile(
  tx: Tx,
  municipality: Municipality,
  { year, after }: { year: number; after: number },
  { official, now }: { official: Official; now: Date },
): Promise<{ number: number }> {
  bookOf(municipality);
  const years = await entriesByYear(tx, municipality.id);
  if (!years.some((each) => each.year === year)) throw new DomainError('page.unknown');
  const made = { year, after, madeAt: now, madeBy: official.subject };
  try {
    return await makeLedgerFile(tx, municipality.id, made);
  } catch (error) {
    const isLate = error instanceof DomainError && error.code === 'ledger.fileChanged';
    const name = isLate && (await nameOfMaker(tx, municipality.id, year));
    throw name ? new DomainError('ledger.fileMadeBy', {}, {}, { name }) : error;
  }
}

/** Who has made the latest file of a year. */
async function nameOfMaker(
  tx: Tx,
  municipalityId: string,
  year: number,
): Promise<string | undefined> {
  const last = (await ledgerFiles(tx, municipalityId, year)).at(-1);
  return last && (await officialNames(tx, municipalityId, [last.madeBy])).get(last.madeBy);
}

/** A file that has been made, with the same transactions whenever it is fetched; throws `page.unknown`. */
export async function readYearFile(
  tx: Tx,
  municipality: Municipality,
  { year, number }: { year: number; number: number },
  version: string,
): Promise<Uint8Array> {
  const book = bookOf(municipality);
  const files = await ledgerFiles(tx, municipality.id, year);
  const found = files.find((file) => file.number === number);
  if (!found) throw new DomainError('page.unknown');
  const transactions = await transactionsOfFile(tx, municipality.id, found);
  return sieFile({
    program: { name: 'Samverkan', version },
    company: municipality.name,
    generatedOn: stockholmDate(found.madeAt),
    about: `Budgetåret ${year}, fil ${number}. Varje fil läses in en gång.`,
    ...{ year, book },
    vouchers: transactions.map((each) => voucherOf(each, year, book)),
  });
}

/**
 * A committee's statement of a year in the same format, for whoever reads it in a program of theirs: the
 * accounting system has its transactions from the files of the municipality, and says so.
 */
export async function statementAsSie(
  tx: Tx,
  municipality: Municipality,
  pot: PotKey,
  { version, now }: { version: string; now: Date },
): Promise<Uint8Array> {
  const book = bookOf(municipality);
  const { name } = accountOf(book, pot.committee);
  const transactions = await transactionsOfPot(tx, municipality.id, pot);
  const { year } = pot;
  return sieFile({
    program: { name: 'Samverkan', version },
    company: municipality.name,
    generatedOn: stockholmDate(now),
    about: `Kontoutdrag ${name.sv} ${year}. Bokförs genom kommunens filer, inte härifrån.`,
    ...{ year, book },
    vouchers: transactions.map((each) => voucherOfPot(each, pot, book)),
  });
}
