import type { DelegatedDecisionView } from '../../../domain/api/desk';
import { deskAddress } from '../../../domain/pages';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskTable } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';

const columns = [
  'committee',
  'decidedOn',
  'number',
  'organisation',
  'decision',
  'delegate',
  'delegation',
] as const;

/** As the committee is told of them. */
export function DelegatedTable({
  decisions,
  isReported,
}: {
  decisions: readonly DelegatedDecisionView[];
  isReported: boolean;
}) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const shown = isReported ? [...columns, 'reportedOn' as const] : columns;
  return (
    <DeskTable
      caption={t(isReported ? 'delegated.headingReported' : 'delegated.heading')}
      columns={shown.map((column) => t(`common:delegated.columns.${column}`))}
    >
      {decisions.map((decision) => (
        <tr key={decision.id}>
          <td>{decision.committee}</td>
          <td>{formatDate(decision.decidedOn, language)}</td>
          <th scope="row">
            <RouteLink href={`${deskAddress(id)}/cases/${decision.caseId}`}>
              {decision.number}
            </RouteLink>
          </th>
          <td>
            <bdi>{decision.organisationName ?? t('cases.hidden')}</bdi>
          </td>
          <td>{decision.decision}</td>
          <td>
            <bdi>{decision.delegate}</bdi>
          </td>
          <td>{decision.delegation}</td>
          {decision.reported && <td>{reportedText(decision.reported)}</td>}
        </tr>
      ))}
    </DeskTable>
  );

  function reportedText({ on, by }: NonNullable<DelegatedDecisionView['reported']>): string {
    const date = formatDate(on, language);
    return by === null ? date : t('delegated.reportedBy', { date, name: by });
  }
}
