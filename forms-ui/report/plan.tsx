import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { PlanAnswer, PlanView } from '../../domain/api/reports';
import { call } from '../shared/api/client';
import { api } from '../shared/api/endpoints';
import { useResource } from '../shared/api/use-resource';
import { formatDate } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { Fetched } from '../shared/layout/fetched';
import { useMunicipality } from '../shared/layout/municipality-context';
import { ReportTable } from './report-table';

/** The development plan that holds, and its earlier versions folded away. */
export function Plan() {
  const t = useTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const resource = useResource(`plan/${id}/${language}`, (signal) =>
    call<PlanAnswer>('GET', api(id, 'plan'), { signal }),
  );
  return (
    <section aria-labelledby="plan-heading">
      <Heading level={2} data-size="sm" id="plan-heading">
        {t('reports.plan.heading')}
      </Heading>
      <Fetched resource={resource}>
        {({ plan, earlier }) => (
          <>
            {plan ? <Version plan={plan} /> : <Paragraph>{t('reports.plan.none')}</Paragraph>}
            {earlier.length > 0 && (
              <Details>
                <Details.Summary>{t('reports.plan.earlier')}</Details.Summary>
                <Details.Content>
                  {earlier.map((each) => (
                    <Version key={each.version} plan={each} />
                  ))}
                </Details.Content>
              </Details>
            )}
          </>
        )}
      </Fetched>
    </section>
  );
}

function Version({ plan }: { plan: PlanView }) {
  const { version, year, decidedOn, decidedBy, fallen, points } = plan;
  const t = useTexts();
  const language = useLanguage();
  const said =
    version === null
      ? t('reports.plan.first')
      : t('reports.plan.version', { version, year, date: formatDate(decidedOn ?? '', language) });
  // Only an evaluation says how far a point has come.
  const isEvaluated = version !== null;
  // Most points share their area: a heading for it leaves the narrowest screen two columns.
  const areas = [...new Set(points.map(({ area }) => area))];
  return (
    <>
      <Paragraph>{said}</Paragraph>
      {fallen && <Paragraph>{t('reports.plan.fallen')}</Paragraph>}
      {areas.map((area) => (
        <ReportTable
          key={area}
          table={{
            caption: area,
            header: [t('reports.plan.point'), ...(isEvaluated ? [t('reports.plan.state')] : [])],
            rows: points
              .filter((point) => point.area === area)
              .map(({ text, state, note }) => {
                if (!isEvaluated) return [text];
                const stand = t(`reports.plan.states.${state}`);
                return [text, note === null ? stand : `${stand}: ${note}`];
              }),
          }}
        />
      ))}
      {decidedBy && (
        <Paragraph>
          {decidedBy.paragraph === null
            ? t('reports.plan.decidedBy.group', { name: decidedBy.name })
            : t('reports.plan.decidedBy.committee', {
                ...{ name: decidedBy.name, paragraph: decidedBy.paragraph },
                date: formatDate(decidedBy.meetingOn ?? '', language),
              })}
        </Paragraph>
      )}
    </>
  );
}
