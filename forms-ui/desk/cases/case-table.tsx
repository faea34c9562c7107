import { Button, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CaseListAnswer, CaseListItem } from '../../../domain/api/desk';
import { deskAddress } from '../../../domain/pages';
import { SendFault } from '../../shared/forms/send-fault';
import { useSending } from '../../shared/forms/use-sending';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { useEndedSession } from '../desk-fetched';
import { DeskTable, Detail } from '../desk-table';
import { listCases } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';
import { wordFor } from '../words';
import type { ListAddress } from './list-address';

interface Props {
  first: CaseListAnswer;
  address: ListAddress;
}

/** The cases found, page after page below each other. */
export function CaseTable({ first, address }: Props) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const [later, setLater] = useState<CaseListAnswer[]>([]);
  const { busy, error, send } = useSending();
  useEndedSession(error);
  const pages = [first, ...later];
  const cases = pages.flatMap((page) => page.cases);
  const next = pages.at(-1)?.next ?? null;
  const total = first.counts?.[address.view] ?? cases.length;
  const showMore = (after: string) =>
    send(async () => {
      const page = await listCases(id, { ...address, after });
      setLater((before) => [...before, page]);
    });
  if (cases.length === 0) return <Paragraph>{t('cases.none')}</Paragraph>;
  return (
    <>
      <p role="status" className="quiet">
        {t('cases.shown', { count: cases.length, total })}
      </p>
      <DeskTable
        caption={t('cases.heading')}
        columns={[
          t('cases.number'),
          t('cases.organisation'),
          t('cases.state'),
          t('cases.waitsFor'),
          t('cases.since'),
          t('cases.deadline'),
        ]}
      >
        {cases.map((each) => (
          <Row key={each.id} listed={each} />
        ))}
      </DeskTable>
      <SendFault error={error} />
      {next !== null && (
        <Button variant="secondary" aria-busy={busy} onClick={() => void showMore(next)}>
          {t('cases.more')}
        </Button>
      )}
    </>
  );
}

function Row({ listed }: { listed: CaseListItem }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { waitsFor } = listed;
  const since = waitsFor?.since ?? listed.receivedAt;
  return (
    <tr>
      <th scope="row">
        <RouteLink href={`${deskAddress(id)}/cases/${listed.id}`}>
          <bdi>{listed.number}</bdi>
        </RouteLink>
      </th>
      <td>
        {listed.organisationName === null ? (
          t('cases.hidden')
        ) : (
          <bdi>{listed.organisationName}</bdi>
        )}
        {listed.secret && <Tag data-color="warning">{t('secrecy.marked')}</Tag>}
        {listed.organisationNumber !== null && <Detail>{listed.organisationNumber}</Detail>}
      </td>
      <td>
        {listed.standing}
        {listed.takesPlaceOn !== null && (
          <Detail>
            {t('cases.takesPlace', { date: formatDate(listed.takesPlaceOn, language) })}
          </Detail>
        )}
        {listed.needsAttention && <Tag data-color="danger">{t('cases.needsAttention')}</Tag>}
      </td>
      <td>
        {waitsFor ? wordFor('who', waitsFor.role, t) : t('cases.nobody')}
        {waitsFor && (
          <Detail>
            <bdi>{waitsFor.name}</bdi>
          </Detail>
        )}
      </td>
      <td>
        {formatDate(since, language)}
        <Detail>{t('cases.days', { count: daysSince(since) })}</Detail>
      </td>
      <td>
        {waitsFor && formatDate(waitsFor.deadline, language)}
        {waitsFor?.overdue && <Tag data-color="danger">{t('cases.overdue')}</Tag>}
      </td>
    </tr>
  );
}

const dayMs = 24 * 3600 * 1000;

/** Whole days from an instant until now. */
function daysSince(instant: string): number {
  return Math.max(0, Math.floor((Date.now() - Date.parse(instant)) / dayMs));
}
