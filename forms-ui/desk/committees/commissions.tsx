import { Heading, Tag } from '@digdir/designsystemet-react';
import type { CommissionView, DeskCaseView } from '../../../domain/api/desk';
import { deskAddress } from '../../../domain/pages';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskTable, Detail } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';

/** What committees have given to offices, and what came of it; nothing where nothing was given. */
export function Commissions({ view: { id, commissions } }: { view: DeskCaseView }) {
  const t = useDeskTexts();
  if (commissions.length === 0) return null;
  const columns = ['office', 'task', 'deadline', 'answer', 'reported'] as const;
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('commissions.heading')}
      </Heading>
      <DeskTable
        caption={t('commissions.heading')}
        columns={columns.map((column) => t(`commissions.${column}`))}
      >
        {commissions.map((commission) => (
          <Row key={commission.caseId} commission={commission} isOwn={commission.caseId === id} />
        ))}
      </DeskTable>
    </section>
  );
}

function Row({ commission, isOwn }: { commission: CommissionView; isOwn: boolean }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { caseId, number, office, task, deadline, overdue, reportedOn, ended } = commission;
  const day = (date: string | null) => (date === null ? '' : formatDate(date, language));
  return (
    <tr>
      <th scope="row">
        {office}
        <Detail>
          {isOwn ? (
            <bdi>{number}</bdi>
          ) : (
            <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>
              <bdi>{number}</bdi>
            </RouteLink>
          )}
        </Detail>
      </th>
      <td className="typed">{task}</td>
      <td>
        {day(deadline)} {overdue && <Tag data-color="danger">{t('cases.overdue')}</Tag>}
      </td>
      <td>
        <Answer commission={commission} />
      </td>
      <td>
        {reportedOn === null && ended ? t('commissions.endedWithout') : day(reportedOn)}
        {reportedOn === null && !ended && t('commissions.notReported')}
      </td>
    </tr>
  );
}

function Answer({ commission: { answer } }: { commission: CommissionView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  if (!answer) return t('commissions.awaited');
  return (
    <>
      <span className="typed">{answer.text}</span>
      <Detail>
        <bdi>{answer.by}</bdi>, {formatDate(answer.at, language)}
      </Detail>
      {answer.files.length > 0 && (
        <Detail>
          {t('commissions.files')} <bdi>{answer.files.join(', ')}</bdi>
        </Detail>
      )}
    </>
  );
}
