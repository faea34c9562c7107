import { useState } from 'react';
import type { CaseView } from '../../../domain/api/shapes';
import { useTexts } from '../../shared/i18n/use-texts';
import { latestNews } from './timeline-steps';

/** Tells, politely, what has happened since the page was opened. */
export function NewsLine({ timeline }: { timeline: CaseView['timeline'] }) {
  const t = useTexts();
  const [seen] = useState(timeline.length);
  const news = latestNews(timeline, seen);
  return (
    <p role="status" className={news ? 'news-line' : 'ds-sr-only'}>
      {news ? t('case.news', { event: t(`common:events.${news}`) }) : ''}
    </p>
  );
}
