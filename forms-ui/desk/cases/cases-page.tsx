import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { useDeskTexts } from '../use-desk-texts';

/** The municipality's cases. */
export function CasesPage() {
  const t = useDeskTexts();
  const { name } = useMunicipality();
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={t('cases.heading')} site={name} />
    </div>
  );
}
