import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { SharedDraft, TaskView } from '../../../domain/api/shapes';
import { FactList } from '../../shared/case-file/fact-list';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { markMoved } from '../../shared/layout/navigation';
import { PageHeading } from '../../shared/layout/page-heading';
import type { Linked } from '../../shared/links/linked-page';
import { BesidePrevious } from '../beside-previous';
import { TaskAnswerForm } from '../task-answer-form';
import { FillingIn } from './filling-in';
import { PartOver } from './part-over';
import { SharedLine } from './shared-line';
import { WhatIsLeft } from './what-is-left';
import { useSharedAnswer } from './use-shared-answer';

interface Props {
  task: TaskView;
  draft: SharedDraft;
  run: Linked<TaskView>['run'];
}

/** A form that somebody fills in a part of, for whoever sends it. */
export function PartTask(props: Props) {
  const [over, setOver] = useState(false);
  const end = () => {
    markMoved();
    setOver(true);
  };
  return over ? <PartOver /> : <OpenPart {...props} onOver={end} />;
}

function OpenPart({ task, draft, run, onOver }: Props & { onOver: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  const { name } = useMunicipality();
  const { answers, shared } = useSharedAnswer({
    ...{ task, draft, run, onOvertaken: onOver },
    onAnswered: onOver,
  });
  const sender = task.assigneeName;
  return (
    <div className="column">
      <PageHeading
        title={t('task.together.part.heading', { organisation: task.organisationName })}
        caption={t('case.caption', { number: task.number })}
        site={name}
      />
      <Paragraph data-size="lg">{t('task.together.part.lead')}</Paragraph>
      <div className="panel">
        <FactList
          facts={[
            { label: t('task.together.part.sender'), value: <bdi>{sender}</bdi> },
            { label: t('task.together.part.until'), value: formatDate(task.deadline, language) },
          ]}
        />
      </div>
      <FillingIn shared={shared}>
        <BesidePrevious previous={task.previous}>
          <TaskAnswerForm
            {...{ task, answers }}
            busy={false}
            saved={<SharedLine shared={shared} />}
          >
            <WhatIsLeft answers={answers} />
            <Heading level={2} data-size="sm">
              {t('task.together.part.done')}
            </Heading>
            <Paragraph>{t('task.together.part.close')}</Paragraph>
          </TaskAnswerForm>
        </BesidePrevious>
      </FillingIn>
    </div>
  );
}
