import { Heading } from '@digdir/designsystemet-react';
import type { PlannedView } from '../../../domain/api/ledger';
import { formatOre } from '../../../domain/money';
import { deskAddress } from '../../../domain/pages';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskTable } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';

interface Props {
  planned: readonly PlannedView[];
  /** What tells the rows apart: the cases of a year, or the years of a case. */
  by: 'number' | 'year';
}

/** On a small screen the first ones are seen: the committees of a case are the same every year. */
const columns = {
  number: ['giver', 'receiver', 'amount', 'state'],
  year: ['amount', 'state', 'giver', 'receiver'],
} as const;

/** What decided transfers move, posted or not. */
export function PlannedTable({ planned, by }: Props) {
  const t = useDeskTexts();
  const title = t(by === 'year' ? 'ledger.plannedYears' : 'ledger.planned');
  return (
    <section className="desk-part">
      <Heading level={2} data-size={by === 'year' ? 'sm' : 'xs'}>
        {title}
      </Heading>
      <DeskTable
        caption={title}
        columns={[by, ...columns[by]].map((column) => t(`ledger.plannedColumns.${column}`))}
      >
        {planned.map((each) => (
          <Row key={`${each.caseId} ${each.year}`} planned={each} by={by} />
        ))}
      </DeskTable>
    </section>
  );
}

function Row({ planned, by }: { planned: PlannedView; by: Props['by'] }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const desk = deskAddress(useMunicipality().id);
  const { caseId, year, giver, receiver, ore, state, missing } = planned;
  const pot = `${desk}/ledger/${encodeURIComponent(giver.id)}/${year}`;
  const cells = {
    giver: giver.name,
    receiver: receiver.name,
    amount: formatOre(ore, language),
    state: t(`ledger.states.${state}`, { missing: formatOre(missing, language) }),
  };
  return (
    <tr>
      <th scope="row">
        <RouteLink href={by === 'year' ? pot : `${desk}/cases/${caseId}`}>{planned[by]}</RouteLink>
      </th>
      {columns[by].map((column) => (
        <td key={column} className={column === 'amount' ? 'desk-figure' : undefined}>
          {cells[column]}
        </td>
      ))}
    </tr>
  );
}
