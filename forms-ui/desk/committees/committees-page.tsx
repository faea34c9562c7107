import { deskAddress } from '../../../domain/pages';
import type { CommitteeItem } from '../../../domain/api/desk';
import { useResource } from '../../shared/api/use-resource';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskFetched } from '../desk-fetched';
import { DeskTable, Detail } from '../desk-table';
import { listCommittees } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';

/** Every body there is or was, with its next meeting. */
export function CommitteesPage() {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const resource = useResource(`committees/${id}`, (signal) => listCommittees(id, signal));
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={t('committees.heading')} site={name} />
      <DeskFetched resource={resource}>
        {(committees) => (
          <DeskTable
            caption={t('committees.heading')}
            columns={[t('committees.name'), t('committees.kind'), t('committees.next')]}
          >
            {committees.map((committee) => (
              <Row key={committee.id} committee={committee} />
            ))}
          </DeskTable>
        )}
      </DeskFetched>
    </div>
  );
}

function Row({ committee }: { committee: CommitteeItem }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id: municipality } = useMunicipality();
  const { id, name, kind, endedOn, nextMeeting } = committee;
  return (
    <tr>
      <th scope="row">
        <RouteLink href={`${deskAddress(municipality)}/committees/${encodeURIComponent(id)}`}>
          {name}
        </RouteLink>
        <Detail>{id}</Detail>
      </th>
      <td>{t(`common:committees.kinds.${kind}`)}</td>
      <td>
        {endedOn !== null
          ? t('committees.ended', { date: formatDate(endedOn, language) })
          : nextMeeting === null
            ? t('committees.none')
            : formatDate(nextMeeting, language)}
      </td>
    </tr>
  );
}
