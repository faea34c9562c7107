import { Paragraph } from '@digdir/designsystemet-react';
import type { DeskCaseView, DeskEvent } from '../../../domain/api/desk';
import { foldSteps } from '../../shared/case-file/fold-steps';
import { formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useDeskTexts, type DeskTexts } from '../use-desk-texts';
import { bounceCause, eventName, wordFor } from '../words';

// The letters and records themselves, with their times, stand in tables of their own.
const consequences = ['letterSent', 'letterToPost', 'documentFiled'];

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
        {foldSteps(view.events, consequences)
          .toReversed()
          .map((entry) => (
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
              <Cause code={entry.cause} />
              {entry.followed.map(({ event, count }) => (
                <span className="desk-table__detail" key={event}>
                  {count === 1
                    ? eventName(event, t)
                    : t('ui:case.repeated', { event: eventName(event, t), count })}
                </span>
              ))}
            </li>
          ))}
      </ol>
    </>
  );
}

/** What the system knows of why, in words. */
function Cause({ code }: { code: string | null }) {
  const t = useDeskTexts();
  const cause = bounceCause(code, t);
  if (cause === undefined) return null;
  return (
    <span className="desk-table__detail">
      {t('event.reason')} {cause}
    </span>
  );
}

function actorName({ actor, by }: DeskEvent, t: DeskTexts): string {
  return by ?? wordFor('actors', actor, t);
}
