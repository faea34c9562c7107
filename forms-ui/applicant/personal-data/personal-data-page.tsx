import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import PersonalDataText from './personal-data-text';

/** How the municipality uses personal data in these matters, at an address of its own. */
export default function PersonalDataPage() {
  const t = useTexts();
  const { id, name } = useMunicipality();
  return (
    <div className="column">
      <p className="back">
        <RouteLink href={`/${id}`}>{t('layout.toHome')}</RouteLink>
      </p>
      <PageHeading title={t('personalData.heading')} site={name} />
      <PersonalDataText level={2} />
    </div>
  );
}
