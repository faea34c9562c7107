import { Heading } from '@digdir/designsystemet-react';
import type { CaseView } from '../../../domain/api/shapes';
import { dayInWords, momentInWords } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';

/** What has happened, newest first, with the step that is awaited above. */
export function Timeline({ view }: { view: CaseView }) {
  const t = useTexts();
  const language = useLanguage();
  // Events of one moment are listed in the order they came: the later one first.
  const events = view.timeline
    .map((entry, i) => ({ ...entry, i }))
    .sort((a, b) => b.at.localeCompare(a.at) || b.i - a.i);
  return (
    <section aria-labelledby="timeline-heading">
      <Heading level={2} data-size="sm" id="timeline-heading">
        {t('case.timeline')}
      </Heading>
      <ol className="timeline" reversed>
        {view.waitsFor && (
          <li className="timeline__next">
            <span>{t(`case.awaited.${view.waitsFor.who}`)}</span>
            <span className="quiet">
              {t('case.awaitedBy', { date: dayInWords(view.waitsFor.deadline, language) })}
            </span>
          </li>
        )}
        {events.map(({ at, event, i }) => (
          <li key={`${at} ${event} ${i}`}>
            <span>{t(`common:events.${event}`)}</span>
            <time className="quiet" dateTime={at}>
              {momentInWords(at, language)}
            </time>
          </li>
        ))}
      </ol>
    </section>
  );
}
