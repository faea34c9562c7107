import { Heading } from '@digdir/designsystemet-react';
import type { CaseView } from '../../../domain/api/shapes';
import { formatDate, formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import { timelineSteps, type TimelineStep } from './timeline-steps';

/** What has happened, newest first, with the step that is awaited above. */
export function Timeline({ view }: { view: CaseView }) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <section aria-labelledby="timeline-heading">
      <Heading level={2} data-size="sm" id="timeline-heading">
        {t('case.timeline')}
      </Heading>
      <ol className="timeline">
        {view.waitsFor && (
          <li className="timeline__next">
            <span className="timeline__mark">{t('case.awaitedNext')}</span>
            <span>{t(`case.awaited.${view.waitsFor.who}`)}</span>
            <span className="quiet">
              {t('case.awaitedBy', { date: formatDate(view.waitsFor.deadline, language) })}
            </span>
          </li>
        )}
        {timelineSteps(view.timeline).map((step, i, all) => (
          <Step key={all.length - i} step={step} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step }: { step: TimelineStep }) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <li>
      <span>{t(`common:events.${step.event}`)}</span>
      <time className="quiet" dateTime={step.at}>
        {formatInstant(step.at, language)}
      </time>
      {step.followed.map(({ event, count }) => (
        <span className="quiet" key={event}>
          {count === 1
            ? t(`common:events.${event}`)
            : t('case.repeated', { event: t(`common:events.${event}`), count })}
        </span>
      ))}
    </li>
  );
}
