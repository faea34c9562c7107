import {
  Checkbox,
  Field,
  Heading,
  Input,
  Label,
  Paragraph,
  Tag,
} from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { DeskTask } from '../../../domain/api/desk';
import { formatDate, formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { DeskTable, Detail } from '../desk-table';
import { FirstOf } from '../first-of';
import { useDeskTexts } from '../use-desk-texts';
import { wordFor } from '../words';
import { FromPaper } from './from-paper';

/** Who of the many that were asked at once has answered, and who has not. */
export function Respondents({ caseId, tasks }: { caseId: string; tasks: readonly DeskTask[] }) {
  const t = useDeskTexts();
  const [search, setSearch] = useState('');
  const [silentOnly, setSilentOnly] = useState(false);
  if (tasks.length === 0) return null;
  const answered = tasks.filter(({ answeredAt }) => answeredAt !== null);
  const late = answered.filter((task) => task.late).length;
  const found = tasks.filter(
    (task) => matches(task, search) && !(silentOnly && task.answeredAt !== null),
  );
  const counts = { answered: answered.length, asked: tasks.length };
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('respondents.heading')}
      </Heading>
      <Paragraph>
        {t('respondents.summary', counts)} {late > 0 && t('respondents.late', { count: late })}
      </Paragraph>
      <Field className="search">
        <Label>{t('respondents.search')}</Label>
        <Input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </Field>
      <Checkbox
        label={t('respondents.silent')}
        checked={silentOnly}
        onChange={(event) => setSilentOnly(event.target.checked)}
      />
      <p role="status" className="quiet">
        {found.length === 0
          ? t('respondents.none')
          : t('respondents.found', { found: found.length, asked: tasks.length })}
      </p>
      {found.length > 0 && (
        <FirstOf items={found} more={(count) => t('respondents.more', { count })}>
          {(shown) => (
            <DeskTable
              caption={t('respondents.heading')}
              columns={[t('respondents.name'), t('respondents.deadline'), t('respondents.state')]}
            >
              {shown.map((task) => (
                <Row key={task.id} caseId={caseId} task={task} />
              ))}
            </DeskTable>
          )}
        </FirstOf>
      )}
    </section>
  );
}

function matches({ respondent, name, email }: DeskTask, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase();
  return [respondent ?? '', name, email].some((text) => text.toLocaleLowerCase().includes(wanted));
}

function Row({ caseId, task }: { caseId: string; task: DeskTask }) {
  const t = useDeskTexts();
  const language = useLanguage();
  return (
    <tr>
      <th scope="row">
        <bdi>{task.respondent}</bdi>
        <Detail>
          <bdi>{task.name}</bdi>, <bdi>{task.byPost ? t('task.byPost') : task.email}</bdi>
        </Detail>
      </th>
      <td>
        {formatDate(task.deadline, language)}{' '}
        {task.overdue && <Tag data-color="danger">{t('cases.overdue')}</Tag>}
      </td>
      <td>
        {wordFor('taskStates', task.state, t)}{' '}
        {task.late && <Tag data-color="warning">{t('respondents.lateTag')}</Tag>}
        {task.answeredAt !== null && <Detail>{formatInstant(task.answeredAt, language)}</Detail>}
        {task.afterwards && <Detail>{t('respondents.afterwards')}</Detail>}
        {task.onPaper && <Detail>{t('task.onPaper')}</Detail>}
        <FromPaper caseId={caseId} task={task} />
      </td>
    </tr>
  );
}
