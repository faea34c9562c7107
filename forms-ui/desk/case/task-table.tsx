import { Paragraph, Tag } from '@digdir/designsystemet-react';
import type { DeskTask } from '../../../domain/api/desk';
import { mayAnswer } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { formatDate, formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskTable, Detail } from '../desk-table';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { wordFor } from '../words';
import { FromPaper } from './from-paper';

/** What was asked of whom, newest first, and what came of it. */
export function TaskTable({ caseId, tasks }: { caseId: string; tasks: readonly DeskTask[] }) {
  const t = useDeskTexts();
  if (tasks.length === 0) return <Paragraph>{t('case.noTasks')}</Paragraph>;
  const columns = [t('task.kind'), t('task.person'), t('cases.deadline'), t('task.state')];
  return (
    <DeskTable caption={t('case.tasks')} columns={columns}>
      {tasks.toReversed().map((task) => (
        <Row key={task.id} caseId={caseId} task={task} />
      ))}
    </DeskTable>
  );
}

function Row({ caseId, task }: { caseId: string; task: DeskTask }) {
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
          {wordFor('who', task.role, t)}, <bdi>{task.byPost ? t('task.byPost') : task.email}</bdi>
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
        <FromPaper caseId={caseId} task={task} />
        <SignedIn caseId={caseId} task={task} />
        {task.answeredAt !== null && <Detail>{formatInstant(task.answeredAt, language)}</Detail>}
        {task.onPaper && <Detail>{t('task.onPaper')}</Detail>}
      </td>
    </tr>
  );
}

/** What is answered here and nowhere else. */
function SignedIn({ caseId, task }: { caseId: string; task: DeskTask }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  if (task.state !== 'open' || !mayAnswer(official, task.kind)) return null;
  return (
    <Detail>
      <RouteLink href={`${deskAddress(id)}/cases/${caseId}/tasks/${task.id}`}>
        {t('record.open')}
      </RouteLink>
    </Detail>
  );
}
