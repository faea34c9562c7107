import { Paragraph } from '@digdir/designsystemet-react';
import type { TaskView } from '../../domain/api/shapes';
import { useTexts } from '../shared/i18n/use-texts';
import { JumpLink } from '../shared/layout/jump-link';
import { useMunicipality } from '../shared/layout/municipality-context';
import { PageHeading } from '../shared/layout/page-heading';

/** A task that needs no answer any more: nobody's, or not this reader's, who has left the group. */
export function ClosedTask({ task }: { task: TaskView }) {
  const t = useTexts();
  const { name } = useMunicipality();
  return (
    <div className="column">
      <PageHeading
        title={t(task.state === 'passedOn' ? 'task.gone.heading' : 'task.closed.heading')}
        caption={t('case.caption', { number: task.number })}
        site={name}
      />
      <Paragraph>
        {t(task.state === 'passedOn' ? 'task.gone.text' : 'common:errors.task.closed')}
      </Paragraph>
      <p className="link-line">
        <JumpLink to="contact-heading">{t('layout.contact.heading')}</JumpLink>
      </p>
    </div>
  );
}
