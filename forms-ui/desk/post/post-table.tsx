import { Button, Link } from '@digdir/designsystemet-react';
import type { PaperLetter } from '../../../domain/api/desk';
import { deskAddress } from '../../../domain/pages';
import { SendFault } from '../../shared/forms/send-fault';
import { useSending } from '../../shared/forms/use-sending';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { useEndedSession } from '../desk-fetched';
import { DeskTable, Detail } from '../desk-table';
import { markPosted, printPath } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';
import { wordFor } from '../words';

interface Props {
  letters: readonly PaperLetter[];
  onDone: (news: string) => void;
}

/** What waits to be posted, oldest first. */
export function PostTable({ letters, onDone }: Props) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { busy, error, send } = useSending();
  useEndedSession(error);
  const mark = (letter: PaperLetter) =>
    void send(async () => {
      await markPosted(id, letter.id);
      onDone(t('post.done', { name: letter.recipientName }));
    });
  const columns = [t('post.letter'), t('post.recipient'), t('post.print'), t('post.mark')];
  return (
    <>
      <SendFault error={error} />
      <DeskTable caption={t('post.heading')} columns={columns}>
        {letters.map((letter) => (
          <tr key={letter.id}>
            <LetterCell letter={letter} />
            <RecipientCell letter={letter} />
            <td>
              <PrintLinks letter={letter} />
            </td>
            <td>
              <Button
                variant="secondary"
                aria-busy={busy}
                aria-label={t('post.markOne', { name: letter.recipientName })}
                onClick={() => mark(letter)}
              >
                {t('post.markButton')}
              </Button>
            </td>
          </tr>
        ))}
      </DeskTable>
    </>
  );
}

/** Which letter it is, of which case. */
export function LetterCell({ letter }: { letter: PaperLetter }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <th scope="row">
      {wordFor('letterNames', letter.template, t)}
      <Detail>
        <RouteLink href={`${deskAddress(id)}/cases/${letter.caseId}`}>{letter.number}</RouteLink>
        {', '}
        <bdi>{letter.organisationName}</bdi>
      </Detail>
      <Detail>{t('post.written', { date: formatDate(letter.createdAt, language) })}</Detail>
    </th>
  );
}

export function RecipientCell({ letter }: { letter: PaperLetter }) {
  return (
    <td>
      <bdi>{letter.recipientName}</bdi>
      <Detail>
        <span className="desk-address">{letter.recipientPostal}</span>
      </Detail>
    </td>
  );
}

function PrintLinks({ letter }: { letter: PaperLetter }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const name = letter.recipientName;
  return (
    <ul className="desk-links">
      <li>
        <Link href={printPath(id, letter.id, letter.documentId)} target="_blank" rel="noopener">
          {t('post.open', { name })}
        </Link>
      </li>
      {letter.enclosures.map(({ id: documentId, title }) => (
        <li key={documentId}>
          <Link href={printPath(id, letter.id, documentId)} target="_blank" rel="noopener">
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
