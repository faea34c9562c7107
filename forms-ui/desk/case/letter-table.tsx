import { Link, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { DeskLetter } from '../../../domain/api/desk';
import { unclearBounce } from '../../../domain/bounces/reasons';
import { cameBack } from '../../../domain/letters';
import { formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { DeskTable, Detail } from '../desk-table';
import { FirstOf } from '../first-of';
import { deskRecordPath } from '../endpoints';
import { useDeskTexts, type DeskTexts } from '../use-desk-texts';
import { bounceCause, eventName, wordFor } from '../words';

/** What was written to whom, newest first, and whether it arrived at their mail server. */
export function LetterTable({
  caseId,
  letters,
}: {
  caseId: string;
  letters: readonly DeskLetter[];
}) {
  const t = useDeskTexts();
  if (letters.length === 0) return <Paragraph>{t('case.noLetters')}</Paragraph>;
  const columns = [t('letter.name'), t('letter.recipient'), t('letter.state')];
  return (
    <FirstOf items={letters.toReversed()} more={(count) => t('letter.more', { count })}>
      {(shown) => (
        <DeskTable caption={t('case.letters')} columns={columns}>
          {shown.map((letter) => (
            <tr key={letter.id}>
              <th scope="row">{wordFor('letterNames', letter.template, t)}</th>
              <td>
                {letter.toSubscriber ? t('letter.subscriber') : <bdi>{letter.recipientName}</bdi>}
                <Detail>
                  {letter.recipientPostal === null ? (
                    <bdi>{letter.recipientEmail}</bdi>
                  ) : (
                    <span className="desk-address">{letter.recipientPostal}</span>
                  )}
                </Detail>
              </td>
              <td>
                <LetterState letter={letter} />
                <PrintedLetter caseId={caseId} letter={letter} />
              </td>
            </tr>
          ))}
        </DeskTable>
      )}
    </FirstOf>
  );
}

function PrintedLetter({ caseId, letter }: { caseId: string; letter: DeskLetter }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  if (letter.documentId === null) return null;
  const href = deskRecordPath(id, caseId, { kind: 'documents', id: letter.documentId });
  // Several stand in one list of links; each begins with what one sees.
  const name = `${t('letter.open')}: ${wordFor('letterNames', letter.template, t)}, ${letter.recipientName}`;
  return (
    <Detail>
      <Link href={href} target="_blank" rel="noopener" aria-label={name}>
        {t('letter.open')}
      </Link>
    </Detail>
  );
}

function LetterState({ letter }: { letter: DeskLetter }) {
  const t = useDeskTexts();
  const language = useLanguage();
  if (letter.state === 'failed') {
    if (letter.failureCode === unclearBounce) {
      return <Tag data-color="warning">{t('letter.unclear')}</Tag>;
    }
    return (
      <>
        <Tag data-color="danger">{t('letter.failed')}</Tag>
        <Detail>{failureName(letter.failureCode, t)}</Detail>
      </>
    );
  }
  if (letter.state === 'dropped') return t('letter.dropped');
  if (letter.state === 'toPost') return <Tag data-color="warning">{t('letter.toPost')}</Tag>;
  if (letter.postedAt !== null) {
    return (
      <>
        {t('letter.posted')}
        <Detail>{formatInstant(letter.postedAt, language)}</Detail>
      </>
    );
  }
  if (letter.sentAt === null) return t('letter.pending');
  return (
    <>
      {t('letter.sent')}
      <Detail>{formatInstant(letter.sentAt, language)}</Detail>
    </>
  );
}

/** Why it did not arrive; of what its reader's server said at once only the code is known. */
function failureName(code: string | null, t: DeskTexts): string | null {
  if (code === cameBack) return eventName('letterCameBack', t);
  const cause = bounceCause(code, t);
  return cause === undefined ? code : t('letter.cameBack', { cause });
}
