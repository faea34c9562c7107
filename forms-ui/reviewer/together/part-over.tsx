import { Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';

/** A link to fill in a part that opens nothing: one wording, whatever the cause. */
export function PartOver() {
  const t = useTexts();
  const { name } = useMunicipality();
  return (
    <div className="column">
      <PageHeading title={t('task.together.over.heading')} site={name} />
      <Paragraph>{t('task.together.over.text')}</Paragraph>
    </div>
  );
}
