import { Heading } from '@digdir/designsystemet-react';
import type { YearEvent, YearMonth } from '../../../domain/follow-up/year-months';
import { deskAddress } from '../../../domain/pages';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { useDeskTexts } from '../use-desk-texts';
import { YearRing } from './year-ring';

/** The months of a year, in order: what was, is and comes, in words. */
export function MonthList({ year, months }: { year: string; months: readonly YearMonth[] }) {
  const id = `year-${year}`;
  return (
    <section className="year" aria-labelledby={id}>
      <div className="year__heading">
        <YearRing months={months} />
        <Heading level={2} data-size="sm" id={id}>
          {year}
        </Heading>
      </div>
      <ol className="year__months" aria-labelledby={id}>
        {months.map((month) => (
          <Month key={month.month} month={month} />
        ))}
      </ol>
    </section>
  );
}

function Month({ month: { month, when, events } }: { month: YearMonth }) {
  const t = useDeskTexts();
  const name = t(`year.months.${month.slice('YYYY-'.length)}` as 'year.months.01');
  return (
    <li className={`year__month year__month--${when}`}>
      <span className="year__name">
        {name}
        <span className="year__when">{t(`year.monthIs.${when}`)}</span>
      </span>
      {events.length === 0 ? (
        <span className="year__none">{t('year.nothing')}</span>
      ) : (
        <ul className="year__events">
          {events.map((event) => (
            <Event key={keyOf(event)} event={event} />
          ))}
        </ul>
      )}
    </li>
  );
}

function keyOf({ name, year, caseId, what, day }: YearEvent): string {
  return [name, year, caseId, what, day].join(' ');
}

function Event({ event }: { event: YearEvent }) {
  const { day, name, when, year, caseId, number, what, count } = event;
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <li className={`year__event year__event--${when}`}>
      <span className="year__day">
        {formatDate(day, language)}
        <span className="year__when">{t(`year.dayIs.${when}`)}</span>
      </span>
      <span>
        {t(`year.events.${name}`, { year, what: what ?? '', terms: count })}
        {caseId !== null && (
          <>
            {' '}
            <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>
              <bdi>{number}</bdi>
            </RouteLink>
          </>
        )}
      </span>
    </li>
  );
}
