import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { TaskView } from '../../../domain/api/shapes';
import { SideForm } from '../../shared/forms/side-form';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import type { Linked } from '../../shared/links/linked-page';
import { nameNewCoordinator } from './endpoints';
import { newCoordinatorForm } from './new-coordinator-definition';

interface Props {
  task: TaskView;
  run: Linked<TaskView>['run'];
}

/** For a coordinator who has left: who takes over, and that the organisation's signatories are asked. */
export function NewCoordinator({ task: { newCoordinator }, run }: Props) {
  const t = useTexts();
  const { id } = useMunicipality();
  const [named, setNamed] = useState<string>();
  if (newCoordinator === null) return null;
  if (newCoordinator === 'waiting' || named !== undefined) {
    return (
      <Alert data-color="info" className="notice" role="status">
        <Paragraph>
          {named === undefined
            ? t('task.together.newCoordinator.waiting')
            : t('task.together.newCoordinator.named', { number: named })}
        </Paragraph>
      </Alert>
    );
  }
  return (
    <SideForm
      form={newCoordinatorForm}
      onSend={async ({ newCoordinatorName, newCoordinatorEmail }) => {
        const { number } = await run((taskId) =>
          nameNewCoordinator(id, taskId, {
            newCoordinatorName: newCoordinatorName as string,
            newCoordinatorEmail: newCoordinatorEmail as string,
          }),
        );
        setNamed(number);
      }}
    />
  );
}
