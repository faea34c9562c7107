import { listCases } from '../endpoints';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { DeskFetched } from '../desk-fetched';
import { useDeskTexts } from '../use-desk-texts';
import { CaseTable } from './case-table';
import { listFragment, useListAddress } from './list-address';
import { SearchForm } from './search-form';
import { Views } from './views';

/** The municipality's cases: search, views, and what each one waits for. */
export function CasesPage() {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const [address, go] = useListAddress();
  const identity = `cases/${id}/${listFragment(address)}`;
  const resource = useResource(identity, (signal) => listCases(id, address, signal));
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={t('cases.heading')} site={name} />
      <SearchForm
        key={address.search}
        search={address.search}
        onSearch={(search) =>
          go({ ...address, search, view: search === '' ? address.view : 'all' })
        }
      />
      <DeskFetched resource={resource}>
        {(first) => (
          <>
            <Views address={address} counts={first.counts} />
            <CaseTable key={identity} first={first} address={address} />
          </>
        )}
      </DeskFetched>
    </div>
  );
}
