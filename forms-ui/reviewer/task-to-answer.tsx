import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { lazy, Suspense, type ReactNode } from 'react';
import type { TaskView } from '../../domain/api/shapes';
import { formText } from '../../domain/forms/summary';
import type { FormDefinition } from '../../domain/forms/types';
import { filesPath } from '../shared/api/endpoints';
import { upload } from '../shared/api/upload';
import { DecisionsToFollow } from '../shared/case-file/decisions-to-follow';
import { DocumentList } from '../shared/case-file/document-list';
import { UploadsContext, type Uploads } from '../shared/fields/uploads-context';
import { AnswerSections } from '../shared/forms/answer-sections';
import { FaultSummary } from '../shared/forms/fault-summary';
import { SendFault } from '../shared/forms/send-fault';
import type { AnswersForm } from '../shared/forms/use-answers-form';
import type { Sending } from '../shared/forms/use-sending';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';
import { PageHeading } from '../shared/layout/page-heading';
import type { Linked } from '../shared/links/linked-page';
import { AgreementToSign } from './agreement-to-sign';
import { Opinions } from './opinions';
import { BesidePrevious } from './beside-previous';
import { PassOn } from './pass-on';
import { QuestionsAsked } from './questions-asked';
import { TaskAnswerForm } from './task-answer-form';
import { UnderHeadings } from './under-headings';
import { WhatIsAsked } from './what-is-asked';

// Only those who write to each other load it.
const Conversation = lazy(() =>
  import('./conversation').then(({ Conversation: component }) => ({ default: component })),
);

interface Props {
  task: TaskView;
  run: Linked<TaskView>['run'];
  answers: AnswersForm;
  sending: Sending;
  /** Whether and where what is typed is kept. */
  saved: ReactNode;
  /** Why the answer was not sent. */
  alert?: ReactNode;
  /** What else is to be known before the form, and what goes with the answer. */
  before?: ReactNode;
  beside?: ReactNode;
  onPassedOn: () => void;
}

/** What is asked, why and by when; what to read first; the form. */
export function TaskToAnswer({
  task,
  run,
  answers,
  sending,
  saved,
  alert,
  before,
  beside,
  onPassedOn,
}: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  return (
    <div className="column">
      <FaultSummary answers={answers} />
      <SendFault error={sending.error} />
      {alert}
      <PageHeading
        title={t(`task.${task.kind}.heading`, { organisation: task.organisationName, name })}
        caption={t('case.caption', { number: task.number })}
        site={name}
        faulty={Object.keys(answers.faults).length > 0}
      />
      {(task.completion === null || isFilledIn(task)) && (
        <Paragraph data-size="lg">
          {formText(task.form as FormDefinition, language, 'intro')}
        </Paragraph>
      )}
      <WhatIsAsked task={task} />
      {before}
      {task.agreement && <AgreementToSign task={task} agreement={task.agreement} run={run} />}
      <Opinions opinions={task.opinions} />
      {task.conversation && (
        <Suspense fallback={null}>
          <Conversation conversation={task.conversation} />
        </Suspense>
      )}
      <QuestionsAsked completion={task.completion} />
      <DecisionsToFollow decisions={task.completion?.decisions ?? []} />
      {(task.completion === null || task.kind === 'shortlist') && task.application.length > 0 && (
        <section aria-labelledby="application-heading">
          <Heading level={2} data-size="sm" id="application-heading">
            {t('task.application')}
          </Heading>
          <AnswerSections
            sections={task.application}
            level={3}
            fileHref={(file) => filesPath(id, { kind: 'task', id: task.id }, file.id)}
          />
        </section>
      )}
      {task.documents.length > 0 && (
        <section aria-labelledby="documents-heading">
          <Heading level={2} data-size="sm" id="documents-heading">
            {t('documents.heading')}
          </Heading>
          <DocumentList owner={{ kind: 'task', id: task.id }} documents={task.documents} />
        </section>
      )}
      <UploadsContext value={keptFiles(id, task.id)}>
        <BesidePrevious previous={task.previous}>
          <UnderHeadings task={task}>
            <TaskAnswerForm task={task} answers={answers} busy={sending.busy} saved={saved}>
              {beside}
            </TaskAnswerForm>
          </UnderHeadings>
        </BesidePrevious>
      </UploadsContext>
      <PassOn task={task} run={run} onPassedOn={onPassedOn} />
    </div>
  );
}

/** Whether the form has something in it that is not the sender's own, so that it needs to be introduced. */
function isFilledIn({ kind }: TaskView): boolean {
  return kind === 'evaluate' || kind === 'shortlist' || kind === 'write';
}

/** What came with the application can be read and left out, and new files are the case's at once. */
function keptFiles(municipality: string, taskId: string): Uploads {
  return {
    add: (file, onProgress) =>
      upload(filesPath(municipality, { kind: 'task', id: taskId }), file, onProgress),
    remove: () => Promise.resolve(),
    href: (file) => filesPath(municipality, { kind: 'task', id: taskId }, file.id),
  };
}
