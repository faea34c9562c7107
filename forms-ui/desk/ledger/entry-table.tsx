import { Button } from '@digdir/designsystemet-react';
import type { StatementEntry } from '../../../domain/api/ledger';
import { formatOre } from '../../../domain/money';
import { deskAddress } from '../../../domain/pages';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskTable, Detail } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';
import { transactionsOf, type Transaction } from './transactions';
import { useTransactionName } from './use-transaction-name';

interface Props {
  entries: readonly StatementEntry[];
  /** There are entries after them. */
  more: boolean;
  /** For whoever may take a transaction back, or undo a reversal: all of its entries go. */
  onReverse?: (transaction: Transaction) => void;
}

const columns = ['date', 'event', 'counterpart', 'decision', 'number', 'amount', 'left'] as const;

/** Entries of a statement, oldest first, those of a transaction with one control. */
export function EntryTable({ entries, more, onReverse }: Props) {
  const t = useDeskTexts();
  const named = useTransactionName();
  const shown = columns.map((column) => t(`ledger.columns.${column}`));
  return (
    <DeskTable
      caption={t('ledger.entries')}
      columns={onReverse ? [...shown, t('ledger.change')] : shown}
    >
      {transactionsOf(entries, more).map((transaction) =>
        transaction.entries.map((entry, i) => (
          <tr key={entry.sequence}>
            <EntryCells entry={entry} />
            {onReverse && i === 0 && (
              <td rowSpan={transaction.entries.length}>
                {isReversible(transaction) && (
                  <Button variant="tertiary" onClick={() => onReverse(transaction)}>
                    {t(transaction.undoable ? 'ledger.undo' : 'ledger.reverse')}{' '}
                    <span className="ds-sr-only">{named(transaction)}</span>
                  </Button>
                )}
              </td>
            )}
          </tr>
        )),
      )}
    </DeskTable>
  );
}

/** A budget is changed by a new version instead; a reversal is undone where it can be a mistake. */
function isReversible({ whole, reversed, kind, undoable }: Transaction): boolean {
  return whole && !reversed && kind !== 'budget' && (kind !== 'reversal' || undoable);
}

function EntryCells({ entry }: { entry: StatementEntry }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <>
      <td>{formatDate(entry.postedOn, language)}</td>
      <th scope="row">
        {t(`ledger.kinds.${entry.kind}`)}
        {entry.line !== '' && (
          <Detail>
            <bdi>{entry.line}</bdi>
          </Detail>
        )}
        {entry.reversed && <Detail>{t('ledger.reversed')}</Detail>}
        {entry.mistaken && <Detail>{t('ledger.mistaken')}</Detail>}
      </th>
      <td>{entry.counterpart}</td>
      <td>
        <bdi>{entry.decision}</bdi>
      </td>
      <td>
        {entry.caseId !== null && (
          <RouteLink href={`${deskAddress(id)}/cases/${entry.caseId}`}>{entry.number}</RouteLink>
        )}
      </td>
      <td className="desk-figure">{formatOre(entry.ore, language)}</td>
      <td className="desk-figure">{formatOre(entry.balance, language)}</td>
    </>
  );
}
