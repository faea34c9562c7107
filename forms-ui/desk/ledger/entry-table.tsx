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

interface Props {
  entries: readonly StatementEntry[];
  /** For whoever may take an entry's transaction back. */
  onReverse?: (entry: StatementEntry) => void;
}

const columns = ['date', 'event', 'counterpart', 'decision', 'number', 'amount', 'left'] as const;

/** Entries of a statement, oldest first. */
export function EntryTable({ entries, onReverse }: Props) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const shown = columns.map((column) => t(`ledger.columns.${column}`));
  return (
    <DeskTable
      caption={t('ledger.entries')}
      columns={onReverse ? [...shown, t('ledger.reverse')] : shown}
    >
      {entries.map((entry) => (
        <tr key={entry.sequence}>
          <td>{formatDate(entry.postedOn, language)}</td>
          <th scope="row">
            {t(`ledger.kinds.${entry.kind}`)}
            {entry.line !== '' && (
              <Detail>
                <bdi>{entry.line}</bdi>
              </Detail>
            )}
            {entry.reversed && <Detail>{t('ledger.reversed')}</Detail>}
          </th>
          <td>{entry.counterpart}</td>
          <td>
            <bdi>{entry.decision}</bdi>
          </td>
          <td>
            {entry.caseId !== null && (
              <RouteLink href={`${deskAddress(id)}/cases/${entry.caseId}`}>
                {entry.number}
              </RouteLink>
            )}
          </td>
          <td className="desk-figure">{formatOre(entry.ore, language)}</td>
          <td className="desk-figure">{formatOre(entry.balance, language)}</td>
          {onReverse && (
            <td>
              {!entry.reversed && entry.kind !== 'budget' && entry.kind !== 'reversal' && (
                <Button variant="tertiary" onClick={() => onReverse(entry)}>
                  {t('ledger.reverse')} <span className="ds-sr-only">{entry.line}</span>
                </Button>
              )}
            </td>
          )}
        </tr>
      ))}
    </DeskTable>
  );
}
