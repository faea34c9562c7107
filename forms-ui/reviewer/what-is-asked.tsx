import { Alert, Paragraph } from '@digdir/designsystemet-react';
import type { TaskView } from '../../domain/api/shapes';
import { FactList } from '../shared/case-file/fact-list';
import { formatDate } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';
import { AfterwardsNotice } from './afterwards-notice';

/** Why one is asked, by when, and what happens if one does not answer. */
export function WhatIsAsked({ task }: { task: TaskView }) {
  const t = useTexts();
  const language = useLanguage();
  const { name } = useMunicipality();
  const date = formatDate(task.deadline, language);
  return (
    <>
      {task.afterwards && <AfterwardsNotice />}
      {task.overdue && !task.afterwards && (
        <Alert data-color="warning" className="notice">
          <Paragraph>{t('task.overdue', { date })}</Paragraph>
        </Alert>
      )}
      {task.late && (
        <Alert data-color="info" className="notice">
          <Paragraph>{t('task.lateOpinion')}</Paragraph>
        </Alert>
      )}
      <div className="panel">
        <FactList
          facts={[
            { label: t('task.why'), value: t(`task.${task.kind}.why`, { name }) },
            { label: t('task.asked'), value: <bdi>{task.assigneeName}</bdi> },
            { label: t('task.deadline'), value: date },
            ...(task.late
              ? []
              : [{ label: t('task.silence'), value: t(`task.${task.kind}.silence`) }]),
          ]}
        />
      </div>
    </>
  );
}
