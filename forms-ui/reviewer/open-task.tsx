import { lazy, Suspense } from 'react';
import { isAboutCode } from '../shared/api/problem-sentence';
import { SavedLine } from '../shared/forms/saved-line';
import { Loading } from '../shared/layout/loading';
import { OneTimeCode } from './one-time-code';
import { TaskToAnswer } from './task-to-answer';
import { useTaskAnswer, type TaskAnswerOptions } from './use-task-answer';

// Only those who fill in a form with others load it.
const SharedTask = lazy(() => import('./together/shared-task'));
const NewCoordinator = lazy(() =>
  import('./together/new-coordinator').then(({ NewCoordinator: component }) => ({
    default: component,
  })),
);

export type OpenTaskProps = TaskAnswerOptions & { onPassedOn: () => void };

/** A question to answer, alone or together with others. */
export function OpenTask(props: OpenTaskProps) {
  if (!props.task.draft) return <OwnTask {...props} />;
  return (
    <Suspense fallback={<Loading />}>
      <SharedTask {...props} draft={props.task.draft} />
    </Suspense>
  );
}

function OwnTask({ onPassedOn, ...options }: OpenTaskProps) {
  const { task, run } = options;
  const { answers, sending, saved, code, setCode } = useTaskAnswer(options);
  return (
    <TaskToAnswer
      {...{ task, run, answers, sending, onPassedOn }}
      saved={<SavedLine saved={saved} />}
      before={
        task.newCoordinator !== null && (
          <Suspense fallback={null}>
            <NewCoordinator task={task} run={run} />
          </Suspense>
        )
      }
      beside={
        task.code && (
          <OneTimeCode
            to={task.code.to}
            code={code}
            onChange={setCode}
            refusal={isAboutCode(sending.error) ? sending.error : undefined}
            run={run}
          />
        )
      }
    />
  );
}
