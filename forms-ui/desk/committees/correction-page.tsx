import { useParams } from 'wouter';
import { recordsDecisions } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { hasCode } from '../../shared/api/problem-sentence';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { NotFound } from '../../shared/layout/not-found';
import { CaseFormPage } from '../case-form-page';
import { DeskFetched } from '../desk-fetched';
import { correctDecision, getCorrection } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { servingBeside } from './serving-beside';

/** Where a secretary records a decision anew because what was recorded is wrong. */
export function CorrectionPage() {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '', decision: decisionId = '' } = useParams();
  const at = { caseId, decisionId };
  const resource = useResource(`correction/${decisionId}`, (signal) =>
    getCorrection(id, at, signal),
  );
  const home = `${deskAddress(id)}/cases/${caseId}`;
  if (!recordsDecisions(official)) return <NoSuchPage />;
  const gone = ['decision.unknown', 'decision.notPossible', 'decision.correctedBy'] as const;
  const isGone = gone.some((code) => hasCode(resource.error, code));
  if (isGone) return <NotFound site={name} home={home} />;
  return (
    <DeskFetched resource={resource}>
      {(correction) => (
        <CaseFormPage
          key={decisionId}
          caseId={caseId}
          view={correction}
          title={t('decisions.correct')}
          lead={t('decisions.correctLead')}
          draft={`${id}/correction/${decisionId}`}
          beside={servingBeside}
          onSend={async (answers) => {
            await correctDecision(id, at, { answers });
            return { caseId };
          }}
        />
      )}
    </DeskFetched>
  );
}
