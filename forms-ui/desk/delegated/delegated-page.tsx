import { Button, Field, Input, Label, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { worksWithCases } from '../../../domain/officials';
import { useResource } from '../../shared/api/use-resource';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { DeskFetched } from '../desk-fetched';
import { delegatedCsvPath, listDelegated, type DelegatedPeriod } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { DelegatedTable } from './delegated-table';
import { ReportForm } from './report-form';

/** Decisions in the committee's place: what it is to be told at its next meeting, and what it has been told. */
export function DelegatedPage() {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const [period, setPeriod] = useState<DelegatedPeriod>({ from: '', to: '', view: 'unreported' });
  const [isDone, setDone] = useState(false);
  const key = `delegated/${id}/${language}/${period.view}/${period.from}/${period.to}`;
  const resource = useResource(key, (signal) => listDelegated(id, period, language, signal));
  const isReported = period.view === 'reported';
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading
        title={t(isReported ? 'delegated.headingReported' : 'delegated.heading')}
        site={name}
      />
      <Paragraph>{t('delegated.lead')}</Paragraph>
      <PeriodFields period={period} onChange={setPeriod} />
      <Paragraph role="status">{isDone && t('delegated.done')}</Paragraph>
      <DeskFetched resource={resource}>
        {(decisions) =>
          decisions.length === 0 ? (
            <Paragraph>{t('delegated.none')}</Paragraph>
          ) : (
            <>
              <DelegatedTable decisions={decisions} isReported={isReported} />
              <div className="desk-period desk-period--links desk-no-print">
                <Link href={delegatedCsvPath(id, period, language)}>{t('delegated.csv')}</Link>
                <Button variant="tertiary" onClick={() => window.print()}>
                  {t('delegated.print')}
                </Button>
              </div>
              {!isReported && worksWithCases(official) && (
                <ReportForm
                  ids={decisions.map((decision) => decision.id)}
                  onDone={() => {
                    setDone(true);
                    resource.reload();
                  }}
                />
              )}
            </>
          )
        }
      </DeskFetched>
    </div>
  );
}

function PeriodFields({
  period,
  onChange,
}: {
  period: DelegatedPeriod;
  onChange: (period: DelegatedPeriod) => void;
}) {
  const t = useDeskTexts();
  return (
    <div className="desk-period desk-no-print">
      {(['from', 'to'] as const).map((end) => (
        <Field key={end}>
          <Label>{t(`delegated.${end}`)}</Label>
          <Input
            type="date"
            value={period[end]}
            onChange={(event) => onChange({ ...period, [end]: event.target.value })}
          />
        </Field>
      ))}
      <div role="group" aria-label={t('delegated.views')} className="desk-period">
        {(['unreported', 'reported'] as const).map((view) => (
          <Button
            key={view}
            variant={period.view === view ? 'primary' : 'secondary'}
            aria-pressed={period.view === view}
            onClick={() => onChange({ ...period, view })}
          >
            {t(`delegated.${view}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
