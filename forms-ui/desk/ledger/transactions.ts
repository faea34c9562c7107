import type { StatementEntry } from '../../../domain/api/ledger';
import { sumOf } from '../../../domain/money';

/** What a statement shows of a transaction: all of its entries in the committee's year, oldest first. */
export interface Transaction extends Pick<
  StatementEntry,
  'transactionId' | 'kind' | 'counterpart' | 'number' | 'reversed' | 'undoable'
> {
  entries: readonly StatementEntry[];
  /** In öre; less than nothing where the money went out. */
  ore: number;
  /** All of it is here: entries that have not been fetched may belong to the last one. */
  whole: boolean;
}

/** Entries by transaction, in their order: those of one stand together. */
export function transactionsOf(entries: readonly StatementEntry[], more: boolean): Transaction[] {
  const groups = new Map<string, [StatementEntry, ...StatementEntry[]]>();
  for (const entry of entries) {
    const group = groups.get(entry.transactionId);
    if (group) group.push(entry);
    else groups.set(entry.transactionId, [entry]);
  }
  const last = entries.at(-1)?.transactionId;
  return [...groups.values()].map((group) => {
    const { transactionId, kind, counterpart, number, reversed, undoable } = group[0];
    return {
      ...{ transactionId, kind, counterpart, number, reversed, undoable, entries: group },
      ore: sumOf(group.map(({ ore }) => ore)),
      whole: !more || transactionId !== last,
    };
  });
}
