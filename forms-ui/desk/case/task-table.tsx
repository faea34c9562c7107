import { Paragraph, Tag } from '@digdir/designsystemet-react';
import type { DeskTask } from '../../../domain/api/desk';
import { formatDate, formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { DeskTable, Detail } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';
import { wordFor } from '../words';

/** What was asked of whom, newest first, and what came of it. */
export function TaskTable({ tasks }: { tasks: readonly DeskTask[] }) {
  const t = useDeskTexts();
  if (tasks.length === 0) return <Paragraph>{t('case.noTasks')}</Paragraph>;
  const columns = [t('task.kind'), t('task.person'), t('cases.deadline'), t('task.state')];
  return (
    <DeskTable caption={t('case.tasks')} columns={columns}>
      {tasks.toReversed().map((task) => (
        <Row key={task.id} task={task} />
      ))}
    </DeskTable>
  );
}

function Row({ task }: { task: DeskTask }) {
  const t = useDeskTexts();
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">
        {wordFor('taskKinds', task.kind, t)}
        <Detail>{t('task.asked', { date: formatDate(task.openedAt, language) })}</Detail>
      </th>
      <td>
        <bdi>{task.name}</bdi>
        <Detail>
          {wordFor('who', task.role, t)}, <bdi>{task.email}</bdi>
        </Detail>
      </td>
      <td>
        {formatDate(task.deadline, language)}{' '}
        {task.overdue && <Tag data-color="danger">{t('cases.overdue')}</Tag>}
      </td>
      <td>
        {task.passedOn === null
          ? wordFor('taskStates', task.state, t)
          : t(`passedOn.${task.passedOn}`)}
        {task.answeredAt !== null && <Detail>{formatInstant(task.answeredAt, language)}</Detail>}
      </td>
    </tr>
  );
}
