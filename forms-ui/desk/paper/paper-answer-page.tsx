import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useRef } from 'react';
import { useParams } from 'wouter';
import type { PaperTaskView } from '../../../domain/api/desk';
import { allFields } from '../../../domain/forms/fields';
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
  const filed = useRef<string>(undefined);
  /** The evidence before the answer: what is refused after it is sent again without a second scan. */
  async function fileOnce(scan: File | undefined) {
    const same = scan && `${scan.name}/${scan.size}/${scan.lastModified}`;
    if (!scan || same === filed.current) return;
    await addRecord(id, caseId, scan);
    filed.current = same;
  }
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
            <Paragraph>{t(isRated(task) ? 'paperAnswer.leadRated' : 'paperAnswer.lead')}</Paragraph>
            {task.afterwards && <Alert>{t('paperAnswer.afterwards')}</Alert>}
            <PaperForm
              form={task.form as FormDefinition}
              answers={task.answers}
              draft={`${id}/paper-answer/${taskId}`}
              words="paperAnswer"
              onEnter={async ({ answers, arrivedOn, scan }) => {
                await fileOnce(scan && (task.collected ? ofRespondent(scan, task) : scan));
                await enterPaperAnswer(id, at, { answers, arrivedOn });
                return caseId;
              }}
            />
          </>
        )}
      </DeskFetched>
    </div>
  );
}

/** A rating must be given, and on paper some are left out. */
function isRated({ form }: PaperTaskView): boolean {
  return allFields(form as FormDefinition).some(({ type }) => type === 'rating');
}

/** Among hundreds of scans in one case the name says whose each is. */
function ofRespondent(scan: File, { organisationName }: PaperTaskView): File {
  const whose = organisationName.replace(/[\\/]/g, ' ').slice(0, longestWhose);
  const { type, lastModified } = scan;
  return new File([scan], `${whose}, ${scan.name}`, { type, lastModified });
}

const longestWhose = 80;
