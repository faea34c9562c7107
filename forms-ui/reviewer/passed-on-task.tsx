import { Paragraph } from '@digdir/designsystemet-react';
import type { TaskView } from '../../domain/api/shapes';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';
import { PageHeading } from '../shared/layout/page-heading';

/** Right after somebody has left the question to a colleague. */
export function PassedOnTask({ task }: { task: TaskView }) {
  const t = useTexts();
  const isAlone = task.standIns.length === 0;
  const { name } = useMunicipality();
  return (
    <div className="column">
      <PageHeading
        title={t('task.passOn.done.heading')}
        caption={t('case.caption', { number: task.number })}
        site={name}
      />
      <Paragraph>{t(isAlone ? 'task.passOn.done.amongOthers' : 'task.passOn.done.text')}</Paragraph>
    </div>
  );
}
