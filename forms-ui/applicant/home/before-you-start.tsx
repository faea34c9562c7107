import { Heading, List, Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../../shared/i18n/use-texts';

/** Who may join, what is needed, how long it takes. */
export function BeforeYouStart() {
  const t = useTexts();
  return (
    <section className="facts-row" aria-labelledby="before-heading">
      <Heading level={2} data-size="sm" id="before-heading">
        {t('home.before.heading')}
      </Heading>
      <div className="facts-row__items">
        <div>
          <Heading level={3} data-size="xs">
            {t('home.before.who')}
          </Heading>
          <Paragraph>{t('home.before.whoText')}</Paragraph>
        </div>
        <div>
          <Heading level={3} data-size="xs">
            {t('home.before.need')}
          </Heading>
          <List.Unordered>
            <List.Item>{t('home.before.needNumber')}</List.Item>
            <List.Item>{t('home.before.needCoordinator')}</List.Item>
            <List.Item>{t('home.before.needSignatory')}</List.Item>
            <List.Item>{t('home.before.needContribution')}</List.Item>
          </List.Unordered>
        </div>
        <div>
          <Heading level={3} data-size="xs">
            {t('home.before.time')}
          </Heading>
          <Paragraph>{t('home.before.timeText')}</Paragraph>
        </div>
      </div>
    </section>
  );
}
