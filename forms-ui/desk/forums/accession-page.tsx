import { useMemo } from 'react';
import { useParams } from 'wouter';
import type { CorrectionView } from '../../../domain/api/desk';
import { keepsForums } from '../../../domain/officials';
import { useResource } from '../../shared/api/use-resource';
import { UploadsContext } from '../../shared/fields/uploads-context';
import { submissionKeys } from '../../shared/forms/submission-key';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { tabKeeper } from '../../shared/storage';
import { CaseFormPage } from '../case-form-page';
import { DeskFetched } from '../desk-fetched';
import { useOfficial } from '../official-context';
import { useRecordUploads } from '../use-record-uploads';
import { getForumAccession, postForumAccession } from './endpoints';

/** Where an organisation is entered that signed at a forum. */
export function ForumAccessionPage() {
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '' } = useParams();
  const resource = useResource(`forum-accession/${caseId}`, (signal) =>
    getForumAccession(id, caseId, signal),
  );
  if (!keepsForums(official)) return <NoSuchPage />;
  return (
    <DeskFetched resource={resource}>
      {(view) => <Entering key={caseId} caseId={caseId} view={view} />}
    </DeskFetched>
  );
}

function Entering({ caseId, view }: { caseId: string; view: CorrectionView }) {
  const { id } = useMunicipality();
  const draft = `${id}/forum/${caseId}/accession`;
  const keys = useMemo(() => submissionKeys(draft, tabKeeper, tabKeeper), [draft]);
  const uploads = useRecordUploads(caseId);
  return (
    <UploadsContext value={uploads}>
      <CaseFormPage
        caseId={caseId}
        view={view}
        draft={draft}
        onSend={async (answers) => {
          const submissionKey = keys.keyFor(JSON.stringify(answers));
          const entered = await postForumAccession(id, caseId, { submissionKey, answers });
          keys.finish();
          return entered;
        }}
      />
    </UploadsContext>
  );
}
