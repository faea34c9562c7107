import { Paragraph } from '@digdir/designsystemet-react';
import { useParams } from 'wouter';
import type { FormDefinition } from '../../../domain/forms/types';
import { keepsDiary } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskFetched } from '../desk-fetched';
import { addRecord, enterPaperAnswer, getPaperTask } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { PaperForm } from './paper-form';

/** Where the registrar enters an answer that came on paper, with its scan. */
export function PaperAnswerPage() {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '', task: taskId = '' } = useParams();
  const at = { caseId, taskId };
  const resource = useResource(`paper-task/${taskId}`, (signal) => getPaperTask(id, at, signal));
  if (!keepsDiary(official)) return <NoSuchPage />;
  return (
    <div className="desk-page desk-page--form" data-size="sm">
      <p className="back">
        <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>{t('paperAnswer.back')}</RouteLink>
      </p>
      <DeskFetched resource={resource}>
        {(task) => (
          <>
            <PageHeading
              title={t('paperAnswer.heading')}
              caption={`${t('case.caption', { number: task.number })}, ${task.organisationName}`}
              site={name}
            />
            <Paragraph>{t('paperAnswer.lead')}</Paragraph>
            <PaperForm
              form={task.form as FormDefinition}
              answers={task.answers}
              draft={`${id}/paper-answer/${taskId}`}
              words="paperAnswer"
              onEnter={async ({ answers, arrivedOn, scan }) => {
                await enterPaperAnswer(id, at, { answers, arrivedOn });
                if (scan) await addRecord(id, caseId, scan);
                return caseId;
              }}
            />
          </>
        )}
      </DeskFetched>
    </div>
  );
}
