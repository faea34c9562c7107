import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReportAnswer } from '../../domain/api/reports';
import { formatDate } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';

/** What committees have decided about a report, body by body; nothing where it went to none. */
export function Decisions({ decisions }: Pick<ReportAnswer, 'decisions'>) {
  const t = useTexts();
  const language = useLanguage();
  if (decisions.length === 0) return null;
  return (
    <section className="report__section" aria-labelledby="report-decisions">
      <Heading level={2} data-size="sm" id="report-decisions">
        {t('reports.decisions.heading')}
      </Heading>
      <ul className="report__quotes">
        {decisions.map(({ body, number, meetingOn, paragraph, outcome, wording, annulled }) => (
          <li key={`${number} ${paragraph}`}>
            <p>
              <strong>{body}</strong>
            </p>
            <p>
              {t('reports.decisions.met', {
                ...{ date: formatDate(meetingOn, language), paragraph, number, outcome },
              })}
            </p>
            {wording !== '' && <p lang="sv">{wording}</p>}
            {annulled && <p>{t('reports.decisions.annulled')}</p>}
          </li>
        ))}
      </ul>
      <Paragraph className="quiet">{t('reports.decisions.extract')}</Paragraph>
    </section>
  );
}
