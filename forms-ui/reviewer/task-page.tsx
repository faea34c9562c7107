import { getTask } from '../shared/api/endpoints';
import { ProcessWording } from '../shared/i18n/process-wording';
import { LinkedPage } from '../shared/links/linked-page';
import { TaskMatter } from './task-matter';

/** What someone is asked to do, opened by the link in their mail. */
export default function TaskPage() {
  return (
    <LinkedPage kind="task" read={getTask}>
      {(linked) => (
        <ProcessWording wording={linked.data.wording}>
          <TaskMatter linked={linked} />
        </ProcessWording>
      )}
    </LinkedPage>
  );
}
