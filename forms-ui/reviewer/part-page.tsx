import { ProcessWording } from '../shared/i18n/process-wording';
import { LinkedPage } from '../shared/links/linked-page';
import { getPart } from './together/endpoints';
import { PartOver } from './together/part-over';
import { PartTask } from './together/part-task';

/** A form that others fill in together with whoever was asked, opened by a link they were given. */
export default function PartPage() {
  return (
    <LinkedPage kind="part" read={getPart} broken={<PartOver />}>
      {({ data: task, run }) => (
        <ProcessWording wording={task.wording}>
          {task.draft ? <PartTask task={task} draft={task.draft} run={run} /> : <PartOver />}
        </ProcessWording>
      )}
    </LinkedPage>
  );
}
