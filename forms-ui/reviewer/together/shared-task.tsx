import type { SharedDraft } from '../../../domain/api/shapes';
import type { OpenTaskProps } from '../open-task';
import { TaskToAnswer } from '../task-to-answer';
import { FillingIn } from './filling-in';
import { HeldBack } from './held-back';
import { NewCoordinator } from './new-coordinator';
import { PartLinks } from './part-links';
import { SharedLine } from './shared-line';
import { WhatIsLeft } from './what-is-left';
import { useSharedAnswer } from './use-shared-answer';

/** A question whose form others may fill in as well; whoever was asked sends it. */
export default function SharedTask({
  draft,
  onPassedOn,
  ...options
}: OpenTaskProps & { draft: SharedDraft }) {
  const { task, run } = options;
  const { answers, sending, shared, held } = useSharedAnswer({ ...options, draft });
  return (
    <FillingIn shared={shared}>
      <TaskToAnswer
        {...{ task, run, answers, sending, onPassedOn }}
        saved={<SharedLine shared={shared} />}
        alert={<HeldBack held={held} />}
        before={
          <>
            <PartLinks run={run} />
            <NewCoordinator task={task} run={run} />
          </>
        }
        beside={<WhatIsLeft answers={answers} />}
      />
    </FillingIn>
  );
}
