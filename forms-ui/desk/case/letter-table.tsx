import { Paragraph, Tag } from '@digdir/designsystemet-react';
import type { DeskLetter } from '../../../domain/api/desk';
import { formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { DeskTable, Detail } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';
import { wordFor } from '../words';

/** What was written to whom, newest first, and whether it arrived at their mail server. */
export function LetterTable({ letters }: { letters: readonly DeskLetter[] }) {
  const t = useDeskTexts();
  if (letters.length === 0) return <Paragraph>{t('case.noLetters')}</Paragraph>;
  const columns = [t('letter.name'), t('letter.recipient'), t('letter.state')];
  return (
    <DeskTable caption={t('case.letters')} columns={columns}>
      {letters.toReversed().map((letter) => (
        <tr key={letter.id}>
          <th scope="row">{wordFor('letterNames', letter.template, t)}</th>
          <td>
            <bdi>{letter.recipientName}</bdi>
            <Detail>
              <bdi>{letter.recipientEmail}</bdi>
            </Detail>
          </td>
          <td>
            <LetterState letter={letter} />
          </td>
        </tr>
      ))}
    </DeskTable>
  );
}

function LetterState({ letter }: { letter: DeskLetter }) {
  const t = useDeskTexts();
  const language = useLanguage();
  if (letter.state === 'failed') {
    return (
      <>
        <Tag data-color="danger">{t('letter.failed')}</Tag>
        <Detail>{letter.failureCode}</Detail>
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
