import { Details } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import type { PaperLetter } from '../../../domain/api/desk';
import type { FormDefinition } from '../../../domain/forms/types';
import { formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { DeskForm } from '../desk-form';
import { DeskTable } from '../desk-table';
import { undoPosting } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';
import { LetterCell, RecipientCell } from './post-table';

interface Props {
  letters: readonly PaperLetter[];
  onDone: (news: string) => void;
}

/** What was posted lately, and a way back for what was not posted after all. */
export function PostedTable({ letters, onDone }: Props) {
  const t = useDeskTexts();
  const columns = [t('post.letter'), t('post.recipient'), t('post.mark'), t('post.undo')];
  return (
    <DeskTable caption={t('post.lately')} columns={columns}>
      {letters.map((letter, i) => (
        <tr key={letter.id}>
          <LetterCell letter={letter} />
          <RecipientCell letter={letter} />
          <td>
            <Posted letter={letter} />
          </td>
          <td className="desk-table__wide">
            <Undo letter={letter} position={i} onDone={onDone} />
          </td>
        </tr>
      ))}
    </DeskTable>
  );
}

function Posted({ letter: { posted } }: { letter: PaperLetter }) {
  const t = useDeskTexts();
  const language = useLanguage();
  if (!posted) return null;
  const date = formatInstant(posted.at, language);
  return posted.by === null ? date : t('post.postedBy', { date, name: posted.by });
}

function Undo({
  letter,
  position,
  onDone,
}: {
  letter: PaperLetter;
  position: number;
  onDone: Props['onDone'];
}) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const field = `undoReason${position}`;
  const form = useMemo(() => undoForm(field), [field]);
  return (
    <Details>
      <Details.Summary aria-label={t('post.undoOne', { name: letter.recipientName })}>
        {t('post.undo')}
      </Details.Summary>
      <Details.Content>
        <DeskForm
          form={form}
          onSend={async (typed) => {
            await undoPosting(id, letter.id, typed[field] as string);
            onDone(t('post.undone', { name: letter.recipientName }));
          }}
        />
      </Details.Content>
    </Details>
  );
}

/** Several stand on one page, so each names its field. */
function undoForm(field: string): FormDefinition {
  return {
    id: 'undo-posting',
    version: 1,
    retentionYears: 0,
    bindings: {},
    pages: [
      { id: 'undo', fields: [{ id: field, type: 'longText', required: true, maxLength: 2000 }] },
    ],
    texts: {
      sv: {
        'page.undo': 'Ångra',
        send: 'Ångra',
        [`field.${field}`]: 'Varför?',
        [`field.${field}.help`]: 'Skälet sparas i ärendet tillsammans med ditt namn.',
        [`field.${field}.error.required`]: 'Skriv varför',
      },
      en: {
        'page.undo': 'Undo',
        send: 'Undo',
        [`field.${field}`]: 'Why?',
        [`field.${field}.help`]: 'The reason is kept in the case together with your name.',
        [`field.${field}.error.required`]: 'Write why',
      },
    },
  };
}
