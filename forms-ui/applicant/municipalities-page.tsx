import { Paragraph } from '@digdir/designsystemet-react';
import { listMunicipalities } from '../shared/api/endpoints';
import { useResource } from '../shared/api/use-resource';
import { useTexts } from '../shared/i18n/use-texts';
import { Fetched } from '../shared/layout/fetched';
import { PageHeading } from '../shared/layout/page-heading';
import { RouteLink } from '../shared/layout/route-link';

/** The municipalities on this installation. */
export default function MunicipalitiesPage() {
  const t = useTexts();
  const resource = useResource('municipalities', listMunicipalities);
  return (
    <div className="column">
      <PageHeading title={t('municipalities.heading')} site={t('municipalities.site')} />
      <Paragraph data-size="lg">{t('municipalities.text')}</Paragraph>
      <Fetched resource={resource}>
        {(municipalities) => (
          <ul className="choices">
            {municipalities.map(({ id, name, agreementName }) => (
              <li key={id}>
                <RouteLink href={`/${id}`} className="choices__link">
                  {name}
                </RouteLink>
                <span className="choices__text">
                  {t('municipalities.about', { agreementName })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Fetched>
    </div>
  );
}
