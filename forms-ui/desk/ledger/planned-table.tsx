import { Heading } from '@digdir/designsystemet-react';
import type { PlannedView } from '../../../domain/api/ledger';
import { formatOre } from '../../../domain/money';
import { deskAddress } from '../../../domain/pages';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskTable } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';

/** Transfers that are decided for the year, posted or not. */
export function PlannedTable({ planned }: { planned: readonly PlannedView[] }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <section className="desk-part">
      <Heading level={2} data-size="xs">
        {t('ledger.planned')}
      </Heading>
      <DeskTable
        caption={t('ledger.planned')}
        columns={(['number', 'giver', 'receiver', 'amount', 'state'] as const).map((column) =>
          t(`ledger.plannedColumns.${column}`),
        )}
      >
        {planned.map(({ caseId, number, giver, receiver, ore, state, missing }) => (
          <tr key={caseId}>
            <th scope="row">
              <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>{number}</RouteLink>
            </th>
            <td>{giver.name}</td>
            <td>{receiver.name}</td>
            <td className="desk-figure">{formatOre(ore, language)}</td>
            <td>{t(`ledger.states.${state}`, { missing: formatOre(missing, language) })}</td>
          </tr>
        ))}
      </DeskTable>
    </section>
  );
}
