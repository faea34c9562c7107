import { Heading } from '@digdir/designsystemet-react';
import type { FirstAgreementsAnswer } from '../../../domain/api/first-agreement';
import { call } from '../../shared/api/client';
import { api } from '../../shared/api/endpoints';
import { useResource } from '../../shared/api/use-resource';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';

/** Where to follow the work on a first agreement, and to take part; nothing while there is none. */
export function FirstAgreements() {
  const t = useTexts();
  const { id } = useMunicipality();
  const { data } = useResource(`first-agreements/${id}`, (signal) =>
    call<FirstAgreementsAnswer>('GET', api(id, 'first-agreement'), { signal }),
  );
  if (!data || data.firstAgreements.length === 0) return null;
  return (
    <>
      <Heading level={2} data-size="sm">
        {t('firstAgreement.to')}
      </Heading>
      <ul>
        {data.firstAgreements.map(({ caseId, title }) => (
          <li key={caseId}>
            <RouteLink href={`/${id}/first-agreement/${caseId}`}>
              <bdi>{title}</bdi>
            </RouteLink>
          </li>
        ))}
      </ul>
    </>
  );
}
