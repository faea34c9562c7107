import { useParams } from 'wouter';
import { keepsLedger } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { hasCode } from '../../shared/api/problem-sentence';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { NotFound } from '../../shared/layout/not-found';
import { CaseFormPage } from '../case-form-page';
import { DeskFetched } from '../desk-fetched';
import { correctSettled, getSettledCorrection } from '../endpoints';
import { useOfficial } from '../official-context';

/** Where what a settled year rests on is corrected. */
export function SettledPage() {
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '', question = '' } = useParams();
  const at = { caseId, question };
  const resource = useResource(`settled/${question}/${caseId}`, (signal) =>
    getSettledCorrection(id, at, signal),
  );
  if (!keepsLedger(official)) return <NoSuchPage />;
  const isGone =
    hasCode(resource.error, 'settlement.unknown') || hasCode(resource.error, 'page.unknown');
  if (isGone) {
    return <NotFound site={name} home={`${deskAddress(id)}/cases/${caseId}`} />;
  }
  return (
    <DeskFetched resource={resource}>
      {(correction) => (
        <CaseFormPage
          key={caseId}
          caseId={caseId}
          view={correction}
          draft={`${id}/settled/${question}/${caseId}`}
          onSend={async (answers) => {
            await correctSettled(id, at, { corrects: correction.corrects, answers });
            return { caseId };
          }}
        />
      )}
    </DeskFetched>
  );
}
