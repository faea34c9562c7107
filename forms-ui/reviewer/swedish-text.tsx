import { Details } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { TaskView } from '../../domain/api/shapes';
import { AgreementText } from '../shared/agreement/agreement-text';
import { getTask } from '../shared/api/endpoints';
import { useResource } from '../shared/api/use-resource';
import { loadTexts } from '../shared/i18n/setup';
import { useTexts } from '../shared/i18n/use-texts';
import { Fetched } from '../shared/layout/fetched';
import { useMunicipality } from '../shared/layout/municipality-context';
import type { Linked } from '../shared/links/linked-page';

interface Props {
  task: TaskView;
  run: Linked<TaskView>['run'];
}

/** The Swedish text, the one that is signed, for readers of a translation. Fetched when it is opened. */
export function SwedishText({ task, run }: Props) {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  return (
    <Details className="swedish-text" onToggle={() => setOpened(true)}>
      <Details.Summary>{t('task.agreement.swedish')}</Details.Summary>
      <Details.Content>{opened && <Original task={task} run={run} />}</Details.Content>
    </Details>
  );
}

function Original({ task, run }: Props) {
  const { id } = useMunicipality();
  const resource = useResource(`agreement of task/${task.id}`, async () => {
    const [original] = await Promise.all([
      run((taskId) => getTask(id, taskId, 'sv')),
      loadTexts('sv'),
    ]);
    return original;
  });
  return (
    <Fetched resource={resource}>
      {({ agreement }) =>
        agreement && <AgreementText agreement={agreement} language="sv" idPrefix="sv-" />
      }
    </Fetched>
  );
}
