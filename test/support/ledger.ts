import { randomUUID } from 'node:crypto';
import { configuredMunicipalities } from '../../config/municipalities';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { loadMunicipalities } from '../../database/load';
import type { Database } from '../../database/open';
import { adoptBudget } from '../../database/repositories/budget.repository';
import { postTransaction, type CodedPosting } from '../../database/repositories/ledger.repository';
import type { LedgerConfiguration } from '../../domain/ledger/coding';
import { transferEntries } from '../../domain/ledger/posting';

export const book: LedgerConfiguration = sodertalje.ledger!;
const municipalityId = sodertalje.id;

/** A ledger that tests write in, of Södertälje. */
export class LedgerForTest {
  private constructor(readonly database: Database) {}

  static async on(database: Database): Promise<LedgerForTest> {
    await loadMunicipalities(database, configuredMunicipalities);
    return new LedgerForTest(database);
  }

  /** A case without anything but its number, for transactions to be of. */
  async aCase(number: string): Promise<string> {
    const id = randomUUID();
    await this.database.transaction(municipalityId, (tx) =>
      tx
        .insertInto('cases')
        .values({
          id,
          municipality_id: municipalityId,
          process: 'accession',
          number,
          number_key: number.replaceAll(' ', ''),
          state: 'completed',
          language: 'sv',
          organisation_name: 'Kommunstyrelsens kontor',
          organisation_number: null,
          agreement_version_id: null,
          phase: JSON.stringify({ phase: 'end', generation: 1 }),
          opened_at: new Date('2018-06-01T08:00:00Z'),
          closed_at: new Date('2018-10-01T08:00:00Z'),
        })
        .execute(),
    );
    return id;
  }

  /** Adopts a budget of so many kronor; `after` versions before it. */
  adopt(committee: string, year: number, kronor: number, after = 0): Promise<{ version: number }> {
    const decidedOn = `${year - 1}-11-26`;
    const decision = `KF ${decidedOn} § 210`;
    const budget = { committee, year, ore: kronor * 100, after, decidedOn, decision };
    return this.database.transaction(municipalityId, (tx) =>
      adoptBudget(tx, municipalityId, { ...budget, recordedBy: 'controller' }, book),
    );
  }

  post(posting: CodedPosting): Promise<{ id: string; again: boolean }> {
    return this.database.transaction(municipalityId, (tx) =>
      postTransaction(tx, municipalityId, posting, book),
    );
  }
}

/** A transfer of so many kronor on one line from KS to KFN. */
export function aTransfer(
  caseId: string,
  step: string,
  kronor: number,
  { year = 2018, giver = 'KS', receiver = 'KFN' } = {},
): CodedPosting {
  const amounts = { years: [year], lines: [{ name: 'Konferens', amounts: [kronor] }] };
  return {
    key: { caseId, phase: 'post', step },
    kind: 'transfer',
    postedOn: '2018-10-01',
    decision: 'KF 2018-09-24 § 142',
    recordedBy: 'system',
    entries: transferEntries(amounts, { giver, receiver }, year),
  };
}
