import { Button, Heading, Link } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { StatementAnswer } from '../../../domain/api/ledger';
import { SendFault } from '../../shared/forms/send-fault';
import { useSending } from '../../shared/forms/use-sending';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { useDeskTexts } from '../use-desk-texts';
import { getStatement, saveStatement, statementFiles, type Pot } from './endpoints';

const lookAgainMs = 1000;
const mostLooks = 30;

interface Props {
  pot: Pot;
  documents: StatementAnswer['documents'];
}

/** The statements that have been saved, and one more as it stands now. It is made a moment later. */
export function StatementDocuments({ pot, documents: before }: Props) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { busy, error, send } = useSending();
  const [documents, setDocuments] = useState(before);
  const [said, setSaid] = useState('');
  const files = statementFiles(id, pot, language);
  const save = () =>
    send(async () => {
      setSaid(t('ledger.pdfWaits'));
      const found = await saved(id, pot, language);
      if (found) setDocuments(found);
      setSaid(t(found ? 'ledger.pdfDone' : 'ledger.pdfLate'));
    });
  return (
    <section className="desk-part">
      {documents.length > 0 && (
        <>
          <Heading level={2} data-size="xs">
            {t('ledger.documents')}
          </Heading>
          <ul>
            {documents.map(({ id: document, title, createdAt }) => (
              <li key={document}>
                <Link href={files.document(document)}>{title}</Link>{' '}
                {formatDate(createdAt, language)}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="desk-no-print">
        <SendFault error={error} />
        <Button variant="secondary" aria-busy={busy} onClick={() => void save()}>
          {t('ledger.pdf')}
        </Button>
        <p role="status">{said}</p>
      </div>
    </section>
  );
}

/** Has the statement saved and waits until it is there; undefined where that takes too long. */
async function saved(id: string, pot: Pot, language: string) {
  const { entries, budgets } = await saveStatement(id, pot, language);
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const { documents } = await getStatement(id, pot, { after: entries, language });
    const isThere = documents.some(
      (each) => each.entries === entries && each.budgets === budgets && each.language === language,
    );
    if (isThere) return documents;
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
  }
  return undefined;
}
