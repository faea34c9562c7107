import { Link, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { DeskCaseView, DeskRecord } from '../../../domain/api/desk';
import { formatDate, formatSize } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { DeskTable, Detail } from '../desk-table';
import { deskRecordPath } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';

/** What is filed in the case, by its number within it. */
export function RecordTable({ view }: { view: DeskCaseView }) {
  const t = useDeskTexts();
  if (view.records.length === 0) return <Paragraph>{t('case.noDocuments')}</Paragraph>;
  const columns = [t('record.number'), t('record.title'), t('record.filed')];
  return (
    <DeskTable caption={t('case.documents')} columns={columns}>
      {view.records.map((record) => (
        <Row key={record.record} caseId={view.id} record={record} />
      ))}
    </DeskTable>
  );
}

function Row({ caseId, record }: { caseId: string; record: DeskRecord }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const size = formatSize(record.bytes, language);
  return (
    <tr>
      <th scope="row">{record.number}</th>
      <td>
        {record.open === null ? (
          t('cases.hidden')
        ) : (
          <Link href={deskRecordPath(id, caseId, record.open)} target="_blank" rel="noopener">
            <bdi>{record.title}</bdi>
          </Link>
        )}
        <Detail>{size}</Detail>
        {record.note !== null && <Detail>{t('record.note', { note: record.note })}</Detail>}
        {record.provision !== null && (
          <Tag data-color="warning">{t('secrecy.by', { provision: record.provision })}</Tag>
        )}
      </td>
      <td>{formatDate(record.filedAt, language)}</td>
    </tr>
  );
}
