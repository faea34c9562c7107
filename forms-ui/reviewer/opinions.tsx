import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { TaskView } from '../../domain/api/shapes';
import { formatInstant } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';

/** What the group has said, for whoever decides after it. */
export function Opinions({ opinions }: Pick<TaskView, 'opinions'>) {
  const t = useTexts();
  const language = useLanguage();
  if (opinions.length === 0) return null;
  return (
    <section aria-labelledby="opinions-heading">
      <Heading level={2} data-size="sm" id="opinions-heading">
        {t('task.opinions.heading')}
      </Heading>
      <Paragraph>{t('task.opinions.lead')}</Paragraph>
      <ul className="opinions">
        {opinions.map(({ name, outcome, comment, at, late }) => (
          <li key={`${name} ${at}`}>
            <Heading level={3} data-size="2xs">
              <bdi>{name}</bdi>
            </Heading>
            <Paragraph className="quiet">
              {t('task.opinions.said', {
                outcome: t(`task.opinions.${outcome}`),
                at: formatInstant(at, language),
              })}
            </Paragraph>
            {late && <Paragraph className="quiet">{t('task.opinions.late')}</Paragraph>}
            {comment !== null && (
              <Paragraph className="typed" dir="auto">
                {comment}
              </Paragraph>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
