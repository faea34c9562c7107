import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { DeskCaseView, SettlementView } from '../../../domain/api/desk';
import { formatOre } from '../../../domain/money';
import { keepsLedger } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { useOfficial } from '../official-context';
import { DeskTable, Detail } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';

const columns = ['year', 'case', 'moved', 'used', 'returned', 'carriedOver'] as const;

/** How the years of a transfer are settled; of a settlement, the transfer that it belongs to. */
export function Settlements({
  view: { id: caseId, settlements, settles },
}: {
  view: DeskCaseView;
}) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  if (settlements.length === 0 && !settles) return null;
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('settlements.heading')}
      </Heading>
      {settles && (
        <Paragraph>
          {t('settlements.of')}{' '}
          <RouteLink href={`${deskAddress(id)}/cases/${settles.caseId}`}>
            {settles.number}
          </RouteLink>
        </Paragraph>
      )}
      {keepsLedger(official) &&
        settles?.correctable.map((question) => (
          <p key={question}>
            <RouteLink href={`${deskAddress(id)}/cases/${caseId}/settled/${question}`}>
              {t(`settlements.correct.${question}`)}
            </RouteLink>
          </p>
        ))}
      {settlements.length > 0 && (
        <DeskTable
          caption={t('settlements.heading')}
          columns={columns.map((column) => t(`settlements.${column}`))}
        >
          {settlements.map((settlement) => (
            <Row key={settlement.year} settlement={settlement} />
          ))}
        </DeskTable>
      )}
    </section>
  );
}

function Row({ settlement }: { settlement: SettlementView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { year, caseId, number, moved, settled, changed } = settlement;
  return (
    <tr>
      <th scope="row">{year}</th>
      <td>
        <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>{number}</RouteLink>
        {changed.map((cause) => (
          <Detail key={cause}>{t(`settlements.changed.${cause}`)}</Detail>
        ))}
      </td>
      <td className="desk-figure">{formatOre(moved, language)}</td>
      {settled ? (
        [settled.used, settled.returned, settled.carriedOver].map((ore, i) => (
          <td key={columns[i + 3]} className="desk-figure">
            {formatOre(ore, language)}
          </td>
        ))
      ) : (
        <td colSpan={3}>{t('settlements.waits')}</td>
      )}
    </tr>
  );
}
