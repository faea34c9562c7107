import { Paragraph } from '@digdir/designsystemet-react';
import { useParams } from 'wouter';
import type { ReportAnswer, ReportsAnswer } from '../../domain/api/reports';
import type { ReportFile, ReportView } from '../../domain/follow-up/report-view';
import { call } from '../shared/api/client';
import { api } from '../shared/api/endpoints';
import { useResource } from '../shared/api/use-resource';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { Fetched } from '../shared/layout/fetched';
import { useMunicipality } from '../shared/layout/municipality-context';
import { PageHeading } from '../shared/layout/page-heading';
import { RouteLink } from '../shared/layout/route-link';
import { Decisions } from './decisions';
import { FocusAreas } from './focus-areas';
import { Plan } from './plan';
import { ReportContents } from './report-contents';

/** A published report, or the list of them. */
export default function ReportPage() {
  const { case: caseId } = useParams<{ case?: string }>();
  return caseId === undefined ? <Reports /> : <OneReport key={caseId} caseId={caseId} />;
}

function Reports() {
  const t = useTexts();
  const { id, name, newsletter } = useMunicipality();
  const resource = useResource(`reports/${id}`, (signal) =>
    call<ReportsAnswer>('GET', api(id, 'follow-up'), { signal }),
  );
  return (
    <div className="column">
      <p className="back">
        <RouteLink href={`/${id}`}>{t('layout.toHome')}</RouteLink>
      </p>
      <PageHeading title={t('reports.heading')} site={name} />
      <Fetched resource={resource}>
        {({ reports }) =>
          reports.length === 0 ? (
            <Paragraph>{t('reports.none')}</Paragraph>
          ) : (
            <ul>
              {reports.map(({ caseId, year }) => (
                <li key={caseId}>
                  <RouteLink href={`/${id}/follow-up/${caseId}`}>
                    {t('reports.year', { year })}
                  </RouteLink>
                </li>
              ))}
            </ul>
          )
        }
      </Fetched>
      <FocusAreas />
      <Plan />
      {newsletter && (
        <p className="link-line">
          <RouteLink href={`/${id}/newsletter`}>{t('newsletter.heading')}</RouteLink>
        </p>
      )}
    </div>
  );
}

function OneReport({ caseId }: { caseId: string }) {
  const t = useTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const resource = useResource(`report/${id}/${caseId}/${language}`, (signal) =>
    call<ReportAnswer>('GET', api(id, 'follow-up', caseId), { signal }),
  );
  return (
    <div className="column">
      <p className="back">
        <RouteLink href={`/${id}/follow-up`}>{t('reports.all')}</RouteLink>
      </p>
      <Fetched resource={resource} whole>
        {(report) => (
          <>
            <PageHeading title={report.title} site={name} />
            {/* The wire's view has the same shape; only its optional parts are typed more loosely. */}
            <ReportContents view={report as ReportView} files={filesOf(id, caseId, language)} />
            <Decisions decisions={report.decisions} />
            <dl className="report-fingerprint">
              <dt>{t('reports.fingerprint')}</dt>
              <dd>
                <code className="fingerprint">{report.fingerprint}</code>
              </dd>
            </dl>
            <Paragraph className="quiet">{t('reports.fingerprintHelp')}</Paragraph>
          </>
        )}
      </Fetched>
    </div>
  );
}

function filesOf(id: string, caseId: string, language: string): Record<ReportFile, string> {
  const file = (name: string) => api(id, 'follow-up', caseId, name);
  return {
    pdf: file('report.pdf'),
    json: file('report.json'),
    ratings: `${file('ratings.csv')}?language=${language}`,
    response: `${file('response.csv')}?language=${language}`,
    matters: `${file('matters.csv')}?language=${language}`,
  };
}
