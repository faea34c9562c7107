import { useRef } from 'react';
import type { CaseView } from '../../../domain/api/shapes';
import { useTexts } from '../../shared/i18n/use-texts';

/** Tells, politely, what has happened since the page was opened. */
export function NewsLine({ timeline }: { timeline: CaseView['timeline'] }) {
  const t = useTexts();
  const seen = useRef(timeline.length);
  const newest = [...timeline].sort((a, b) => b.at.localeCompare(a.at))[0];
  const news = timeline.length > seen.current && newest;
  return (
    <p role="status" className={news ? 'news-line' : 'ds-sr-only'}>
      {news ? t('case.news', { event: t(`common:events.${newest.event}`) }) : ''}
    </p>
  );
}
