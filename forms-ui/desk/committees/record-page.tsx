import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { useLocation, useParams } from 'wouter';
import type { SignedInTaskView } from '../../../domain/api/desk';
import { formText } from '../../../domain/forms/summary';
import type { FormDefinition } from '../../../domain/forms/types';
import { signedInAnswerers } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { hasCode } from '../../shared/api/problem-sentence';
import { useResource } from '../../shared/api/use-resource';
import { UploadsContext } from '../../shared/fields/uploads-context';
import { DecisionsToFollow } from '../../shared/case-file/decisions-to-follow';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import { AnswerSections } from '../../shared/forms/answer-sections';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { NotFound } from '../../shared/layout/not-found';
import { AboutCasePage } from '../case-form-page';
import { DeskFetched } from '../desk-fetched';
import { DeskForm } from '../desk-form';
import { useRecordUploads } from '../use-record-uploads';
import { answerSignedIn, getSignedInTask } from '../endpoints';
import { useCheckedCover } from '../ledger/use-giver-cover';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { servingAtMeeting } from './serving-at-meeting';
import { wordingOfOutcome } from './wording-of-outcome';
import { servingBeside } from './serving-beside';

/** Where a secretary records what a committee decided, or when its minutes were adjusted. */
export function RecordPage() {
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '', task: taskId = '' } = useParams();
  const at = { caseId, taskId };
  const resource = useResource(`record/${taskId}`, (signal) => getSignedInTask(id, at, signal));
  const home = `${deskAddress(id)}/cases/${caseId}`;
  if (!official.roles.some((role) => signedInAnswerers.includes(role))) return <NoSuchPage />;
  if (hasCode(resource.error, 'task.unknown')) return <NotFound site={name} home={home} />;
  return (
    <DeskFetched resource={resource}>
      {(task) => <Recording key={task.id} caseId={caseId} task={task} refresh={resource.reload} />}
    </DeskFetched>
  );
}

interface RecordingProps {
  caseId: string;
  task: SignedInTaskView;
  /** Looks again at what is asked. */
  refresh: () => void;
}

function Recording({ caseId, task, refresh }: RecordingProps) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const [, navigate] = useLocation();
  const form = task.form as FormDefinition;
  const cover = useCheckedCover(task, refresh);
  const follow = useMemo(() => {
    const { wording } = task.answers;
    const serving = servingAtMeeting(form, task.members);
    const words = wordingOfOutcome(typeof wording === 'string' ? wording : '');
    // One field has changed at a time.
    return (typed: TypedAnswers, before: TypedAnswers) =>
      serving(typed, before) ?? words(typed, before);
  }, [form, task]);
  const beside = task.kind === 'decide' ? servingBeside : cover;
  const uploads = useRecordUploads(caseId);
  const home = `${deskAddress(id)}/cases/${caseId}`;
  return (
    <AboutCasePage caseId={caseId} about={task} title={formText(form, language, 'title')}>
      {task.state === 'open' ? (
        <>
          <Paragraph>{formText(form, language, 'intro')}</Paragraph>
          <Paragraph>
            {t('record.deadline', { date: formatDate(task.deadline, language) })}
          </Paragraph>
          <DecisionsToFollow decisions={task.decisions} />
          {task.application.length > 0 && (
            <section className="desk-part" aria-labelledby="request-heading">
              <Heading level={2} data-size="sm" id="request-heading">
                {t('record.request')}
              </Heading>
              <AnswerSections sections={task.application} level={3} />
            </section>
          )}
          <UploadsContext value={uploads}>
            <DeskForm
              form={form}
              answers={task.answers}
              draft={`${id}/record/${task.id}`}
              beside={beside}
              follow={follow}
              onSend={async (answers) => {
                await answerSignedIn(id, { caseId, taskId: task.id }, { answers });
                navigate(home);
              }}
            />
          </UploadsContext>
        </>
      ) : (
        <Paragraph>{t('record.closed')}</Paragraph>
      )}
    </AboutCasePage>
  );
}
