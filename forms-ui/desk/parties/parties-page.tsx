import { Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { DeskPartyItem } from '../../../domain/api/desk';
import { deskAddress } from '../../../domain/pages';
import { useResource } from '../../shared/api/use-resource';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { SearchForm } from '../cases/search-form';
import { DeskFetched } from '../desk-fetched';
import { DeskTable, Detail } from '../desk-table';
import { listParties } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';
import { PartyEnd } from './party-end';

/** Who is and who was in the register. */
export function PartiesPage() {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const [search, setSearch] = useState('');
  const resource = useResource(`parties/${id}/${search}`, (signal) =>
    listParties(id, search, signal),
  );
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={t('parties.heading')} site={name} />
      <SearchForm
        key={search}
        search={search}
        onSearch={setSearch}
        label={t('parties.search')}
        help={t('parties.searchHelp')}
      />
      <DeskFetched resource={resource}>
        {(parties) =>
          parties.length === 0 ? (
            <Paragraph>{t('parties.none')}</Paragraph>
          ) : (
            <PartyTable parties={parties} />
          )
        }
      </DeskFetched>
    </div>
  );
}

function PartyTable({ parties }: { parties: readonly DeskPartyItem[] }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const columns = [t('parties.organisation'), t('parties.acceded'), t('parties.now')];
  return (
    <DeskTable caption={t('parties.heading')} columns={columns}>
      {parties.map((party) => (
        <tr key={party.id}>
          <th scope="row">
            <RouteLink href={`${deskAddress(id)}/parties/${party.id}`}>
              <bdi>{party.organisationName}</bdi>
            </RouteLink>
            {party.organisationNumber !== null && <Detail>{party.organisationNumber}</Detail>}
          </th>
          <td>{formatDate(party.accededOn, language)}</td>
          <td>{party.ended ? <PartyEnd ended={party.ended} /> : t('parties.current')}</td>
        </tr>
      ))}
    </DeskTable>
  );
}
