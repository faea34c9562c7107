import { useState } from 'react';
import { useParams } from 'wouter';
import type { MatterReportView } from '../../../domain/api/desk';
import { sendsMatters } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { hasCode } from '../../shared/api/problem-sentence';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { NotFound } from '../../shared/layout/not-found';
import { CaseFormPage } from '../case-form-page';
import { DeskFetched } from '../desk-fetched';
import { getReport, renewReport } from '../endpoints';
import { useOfficial } from '../official-context';

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
      {(report) => <Revision key={caseId} caseId={caseId} report={report} />}
    </DeskFetched>
  );
}

/** What is typed is about the version that was read first, whatever a colleague does meanwhile. */
function Revision({ caseId, report }: { caseId: string; report: MatterReportView }) {
  const { id } = useMunicipality();
  const [read] = useState(report);
  const { version } = read;
  return (
    <CaseFormPage
      caseId={caseId}
      view={read}
      draft={`${id}/report/${caseId}/${version}`}
      onSend={async (answers) => {
        await renewReport(id, caseId, { answers, after: version });
        return { caseId };
      }}
    />
  );
}
