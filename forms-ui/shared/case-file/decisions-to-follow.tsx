import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { BodyDecision } from '../../../domain/api/shapes';
import { formatDate } from '../i18n/format';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';

/** What committees have decided that a request is to be changed by, in their own words. */
export function DecisionsToFollow({ decisions }: { decisions: readonly BodyDecision[] }) {
  const t = useTexts();
  const language = useLanguage();
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decided-heading">
      <Heading level={2} data-size="sm" id="decided-heading">
        {t('task.decided.heading')}
      </Heading>
      {decisions.map(({ name, number, meetingOn, paragraph, outcome, wording, reasons }) => (
        <Alert key={number} data-color="info" className="notice">
          <Heading level={3} data-size="2xs">
            {t('task.decided.said', {
              committee: name,
              date: formatDate(meetingOn, language),
              paragraph,
              outcome: t(`common:committees.outcomes.${outcome}`),
            })}
          </Heading>
          <Paragraph className="answers__text">{wording}</Paragraph>
          {reasons !== null && (
            <>
              <Heading level={4} data-size="2xs">
                {t('task.decided.reasons')}
              </Heading>
              <Paragraph className="answers__text">{reasons}</Paragraph>
            </>
          )}
        </Alert>
      ))}
    </section>
  );
}
