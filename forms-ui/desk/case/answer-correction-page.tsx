import { useParams } from 'wouter';
import { signedInAnswerers } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { hasCode } from '../../shared/api/problem-sentence';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { NotFound } from '../../shared/layout/not-found';
import { CaseFormPage } from '../case-form-page';
import { DeskFetched } from '../desk-fetched';
import { correctAnswer, getAnswerCorrection } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';

/** Where an official puts right what they, or a colleague, have answered. */
export function AnswerCorrectionPage() {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '', task: taskId = '' } = useParams();
  const at = { caseId, taskId };
  const resource = useResource(`answer-correction/${taskId}`, (signal) =>
    getAnswerCorrection(id, at, signal),
  );
  const home = `${deskAddress(id)}/cases/${caseId}`;
  const mayAny = official.roles.some((role) => signedInAnswerers.includes(role));
  if (!mayAny || hasCode(resource.error, 'official.notAllowed')) return <NoSuchPage />;
  if (hasCode(resource.error, 'task.unknown')) return <NotFound site={name} home={home} />;
  return (
    <DeskFetched resource={resource}>
      {(correction) => (
        <CaseFormPage
          key={correction.corrects}
          caseId={caseId}
          view={correction}
          title={t(`recordedAnswers.correct.${correction.kind}`)}
          lead={t(`recordedAnswers.lead.${correction.kind}`)}
          draft={`${id}/answer-correction/${correction.corrects}`}
          onSend={async (answers) => {
            await correctAnswer(id, at, { corrects: correction.corrects, answers });
            return { caseId };
          }}
        />
      )}
    </DeskFetched>
  );
}
