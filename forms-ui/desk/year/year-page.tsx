import './year.css';
import { Paragraph } from '@digdir/designsystemet-react';
import type { YearAnswer } from '../../../domain/api/follow-up';
import { monthsOf, type YearMonth } from '../../../domain/follow-up/year-months';
import { useResource } from '../../shared/api/use-resource';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { DeskFetched } from '../desk-fetched';
import { useDeskTexts } from '../use-desk-texts';
import { ActList } from './act-list';
import { getYear } from './endpoints';
import { MonthList } from './month-list';
import { WheelActs } from './wheel-acts';

/** The year's wheel as a list of months: what was, is and comes, and what was done to it. */
export function YearPage() {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const resource = useResource(`year/${id}`, (signal) => getYear(id, signal));
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={t('year.heading')} site={name} />
      <Paragraph>{t('year.lead')}</Paragraph>
      <DeskFetched resource={resource}>
        {(answer) => (
          <>
            {answer.turns.length === 0 && <Paragraph>{t('year.none')}</Paragraph>}
            {answer.turns.length + answer.others.length > 0 && <Months answer={answer} />}
            {answer.turns.length > 0 && (
              <>
                <WheelActs answer={answer} onDone={resource.reload} />
                <ActList acts={answer.acts} />
              </>
            )}
          </>
        )}
      </DeskFetched>
    </div>
  );
}

function Months({ answer: { turns, others, today } }: { answer: YearAnswer }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const years = new Map<string, YearMonth[]>();
  for (const month of monthsOf(turns, today, others)) {
    const year = month.month.slice(0, 'YYYY'.length);
    years.set(year, [...(years.get(year) ?? []), month]);
  }
  return (
    <>
      <Paragraph>{t('year.today', { date: formatDate(today, language) })}</Paragraph>
      <div className="years">
        {[...years].map(([year, months]) => (
          <MonthList key={year} year={year} months={months} />
        ))}
      </div>
    </>
  );
}
