import { useState } from 'react';
import type { TaskView } from '../../domain/api/shapes';
import { markMoved } from '../shared/layout/navigation';
import type { Linked } from '../shared/links/linked-page';
import { AnsweredTask, type AnsweredHow } from './answered-task';
import { ClosedTask } from './closed-task';
import { OpenTask } from './open-task';
import { PassedOnTask } from './passed-on-task';

/** The task as it is now: to answer, answered, or closed without an answer. */
export function TaskMatter({ linked }: { linked: Linked<TaskView> }) {
  const task = linked.data;
  const [how, setHow] = useState<AnsweredHow>('earlier');
  const [passedOn, setPassedOn] = useState(false);
  if (passedOn) return <PassedOnTask task={task} />;
  if (task.state === 'closed' || task.state === 'passedOn') return <ClosedTask task={task} />;
  if (task.state === 'answered') return <AnsweredTask task={task} how={how} />;
  return (
    <OpenTask
      task={task}
      run={linked.run}
      refresh={linked.reload}
      onAnswered={(answered) => {
        markMoved();
        setHow('now');
        linked.replace(answered);
      }}
      onPassedOn={() => {
        markMoved();
        setPassedOn(true);
      }}
      onOvertaken={() => {
        markMoved();
        setHow('overtaken');
        linked.reload();
      }}
    />
  );
}
