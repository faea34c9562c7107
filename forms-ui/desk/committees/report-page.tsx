import { Paragraph } from '@digdir/designsystemet-react';
import { useLocation, useParams } from 'wouter';
import type { CorrectionView } from '../../../domain/api/desk';
import { formText } from '../../../domain/forms/summary';
import type { FormDefinition } from '../../../domain/forms/types';
import { sendsMatters } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { hasCode } from '../../shared/api/problem-sentence';
import { useResource } from '../../shared/api/use-resource';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { NotFound } from '../../shared/layout/not-found';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskFetched } from '../desk-fetched';
import { DeskForm } from '../desk-form';
import { getReport, renewReport } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';

/** Where the report on a matter gets a new version while committees deal with it. */
export function ReportPage() {
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '' } = useParams();
  const resource = useResource(`report/${caseId}`, (signal) => getReport(id, caseId, signal));
  if (!sendsMatters(official)) return <NoSuchPage />;
  if (hasCode(resource.error, 'circulation.ended')) {
    return <NotFound site={name} home={`${deskAddress(id)}/cases/${caseId}`} />;
  }
  return (
    <DeskFetched resource={resource}>
      {(report) => <Renewing key={caseId} caseId={caseId} report={report} />}
    </DeskFetched>
  );
}

function Renewing({ caseId, report }: { caseId: string; report: CorrectionView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const [, navigate] = useLocation();
  const form = report.form as FormDefinition;
  const home = `${deskAddress(id)}/cases/${caseId}`;
  return (
    <div className="desk-page desk-page--form" data-size="sm">
      <p className="back">
        <RouteLink href={home}>{t('record.back')}</RouteLink>
      </p>
      <PageHeading
        title={formText(form, language, 'title')}
        caption={`${t('record.caption', { number: report.number })}, ${report.title}`}
        site={name}
      />
      <Paragraph>{formText(form, language, 'intro')}</Paragraph>
      <DeskForm
        form={form}
        answers={report.answers}
        draft={`${id}/report/${caseId}`}
        onSend={async (answers) => {
          await renewReport(id, caseId, { answers });
          navigate(home);
        }}
      />
    </div>
  );
}
