import { Details, Paragraph } from '@digdir/designsystemet-react';
import { lazy, Suspense, useState } from 'react';
import { addTexts } from '../../shared/i18n/setup';
import { useTexts } from '../../shared/i18n/use-texts';
import { Loading } from '../../shared/layout/loading';

const PersonalDataText = lazy(async () => {
  const [text] = await Promise.all([import('./personal-data-text'), addTexts('linked')]);
  return text;
});

/** The same before sending: in short, and all of it when it is opened. */
export function PersonalDataDetails() {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  return (
    <section className="personal-data">
      <Paragraph>{t('personalData.short')}</Paragraph>
      <Details onToggle={() => setOpened(true)}>
        <Details.Summary>{t('personalData.heading')}</Details.Summary>
        <Details.Content>
          {opened && (
            <Suspense fallback={<Loading />}>
              <PersonalDataText level={3} />
            </Suspense>
          )}
        </Details.Content>
      </Details>
    </section>
  );
}
