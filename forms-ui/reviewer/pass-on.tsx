import { Heading } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import type { TaskView } from '../../domain/api/shapes';
import { declareConflict, passOn } from '../shared/api/endpoints';
import { SideForm } from '../shared/forms/side-form';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';
import type { Linked } from '../shared/links/linked-page';
import { conflictAmongOthersForm, conflictForm, delegationForm } from './pass-on-definitions';

interface Props {
  task: TaskView;
  run: Linked<TaskView>['run'];
  onPassedOn: () => void;
}

/** For somebody who should not answer, or cannot: who else is asked. */
export function PassOn({ task, run, onPassedOn }: Props) {
  const t = useTexts();
  const { id } = useMunicipality();
  const { standIns } = task;
  const delegation = useMemo(() => delegationForm(standIns), [standIns]);
  const isAlone = standIns.length === 0;
  if (isAlone && task.kind !== 'consult') return null;
  return (
    <section aria-labelledby="pass-on-heading">
      <Heading level={2} data-size="sm" id="pass-on-heading">
        {t('task.passOn.heading')}
      </Heading>
      {!isAlone && (
        <SideForm
          form={delegation}
          onSend={async (typed) => {
            const { delegateTo, delegateReason } = typed as Record<string, string>;
            const to = standIns[Number(delegateTo?.slice(1))]?.email ?? '';
            await run((taskId) => passOn(id, taskId, { to, reason: delegateReason ?? '' }));
            onPassedOn();
          }}
        />
      )}
      <SideForm
        form={isAlone ? conflictAmongOthersForm : conflictForm}
        onSend={async (typed) => {
          const reason = typed.conflictReason as string;
          await run((taskId) => declareConflict(id, taskId, { reason }));
          onPassedOn();
        }}
      />
    </section>
  );
}
