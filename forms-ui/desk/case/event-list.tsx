import { Paragraph } from '@digdir/designsystemet-react';
import type { DeskCaseView, DeskEvent } from '../../../domain/api/desk';
import { formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useDeskTexts, type DeskTexts } from '../use-desk-texts';
import { eventName, wordFor } from '../words';

/** The whole audit chain, newest first, and whether anybody has touched it. */
export function EventList({ view }: { view: DeskCaseView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  return (
    <>
      <Paragraph className="quiet">
        {view.brokenAt === null
          ? t('event.whole', { count: view.events.length })
          : t('attention.broken', { sequence: view.brokenAt })}
      </Paragraph>
      <ol className="timeline desk-timeline">
        {view.events.toReversed().map((entry) => (
          <li key={entry.sequence}>
            <span>{eventName(entry.event, t)}</span>
            <span className="desk-table__detail">
              <time dateTime={entry.at}>{formatInstant(entry.at, language)}</time>,{' '}
              <bdi>{actorName(entry, t)}</bdi>
            </span>
            {entry.reason !== null && (
              <span className="desk-table__detail">
                {t('event.reason')} <bdi>{entry.reason}</bdi>
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function actorName({ actor, by }: DeskEvent, t: DeskTexts): string {
  return by ?? wordFor('actors', actor, t);
}
