import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { FocusAnswer, FocusYear } from '../../domain/api/reports';
import { call } from '../shared/api/client';
import { api } from '../shared/api/endpoints';
import { useResource } from '../shared/api/use-resource';
import { formatDate } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { Fetched } from '../shared/layout/fetched';
import { useMunicipality } from '../shared/layout/municipality-context';
import { ReportTable } from './report-table';

/** What the parties work on together now, how it was chosen, and earlier years folded away. */
export function FocusAreas() {
  const { id } = useMunicipality();
  const language = useLanguage();
  const resource = useResource(`focus-areas/${id}/${language}`, (signal) =>
    call<FocusAnswer>('GET', api(id, 'focus-areas'), { signal }),
  );
  return <Fetched resource={resource}>{({ years }) => years && <Years years={years} />}</Fetched>;
}

function Years({ years: [latest, ...earlier] }: { years: readonly FocusYear[] }) {
  const t = useTexts();
  return (
    <section aria-labelledby="focus-heading">
      <Heading level={2} data-size="sm" id="focus-heading">
        {t('reports.focus.heading')}
      </Heading>
      {latest ? <Year {...latest} /> : <Paragraph>{t('reports.focus.none')}</Paragraph>}
      {earlier.length > 0 && (
        <Details>
          <Details.Summary>{t('reports.focus.earlier')}</Details.Summary>
          <Details.Content>
            {earlier.map((each) => (
              <Year key={each.year} {...each} />
            ))}
          </Details.Content>
        </Details>
      )}
    </section>
  );
}

function Year({ year, decidedOn, areas, way, group, reason, votes }: FocusYear) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <>
      <Paragraph>
        {t('reports.focus.after', { year, date: formatDate(decidedOn, language) })}
      </Paragraph>
      {areas.length > 0 && (
        <ul>
          {areas.map(({ area, why }) => (
            <li key={area}>
              <strong>{area}</strong>
              {why !== null && <div className="answers__text">{why}</div>}
            </li>
          ))}
        </ul>
      )}
      <Paragraph>
        {t(`reports.focus.ways.${way}`, { group: group ?? '' })}{' '}
        {reason !== null && t('reports.focus.reason', { reason })}
      </Paragraph>
      {votes && <Votes year={year} votes={votes} />}
    </>
  );
}

function Votes({ year, votes }: { year: number; votes: NonNullable<FocusYear['votes']> }) {
  const t = useTexts();
  const { voted, asked, notCounted, areas } = votes;
  const table = areas && {
    caption: t('reports.focus.table', { year }),
    header: [t('reports.focus.area'), t('reports.focus.votes')],
    rows: areas.map(({ area, votes: count }) => [area, String(count)]),
  };
  return (
    <>
      <Paragraph>
        {t('reports.focus.voted', { voted, asked })}{' '}
        {notCounted > 0 && t('reports.focus.notCounted', { count: notCounted })}{' '}
        {areas === null && voted > 0 && t('reports.focus.few')}
      </Paragraph>
      {table && <ReportTable table={table} />}
    </>
  );
}
