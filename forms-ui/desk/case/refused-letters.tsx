import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import type { DeskCaseView, DeskLetter, RefusedLetterRequest } from '../../../domain/api/desk';
import { worksWithCases } from '../../../domain/officials';
import { SideForm } from '../../shared/forms/side-form';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { mendLetter } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { wordFor } from '../words';
import { mendingField, mendingForm, mendings, type Mending } from './refused-letter-forms';

/** Letters that their readers' servers refused, each with what can be done; nothing when there are none. */
export function RefusedLetters({ view, onDone }: { view: DeskCaseView; onDone: () => void }) {
  const t = useDeskTexts();
  const { official } = useOfficial();
  const [isDone, setDone] = useState(false);
  const refused = view.letters.filter(({ state }) => state === 'failed');
  if (!worksWithCases(official) || (refused.length === 0 && !isDone)) return null;
  return (
    <section className="desk-part" aria-labelledby="refused-heading">
      <Heading level={2} data-size="sm" id="refused-heading">
        {t('refused.heading')}
      </Heading>
      <Paragraph role="status">{isDone && t('refused.done')}</Paragraph>
      {refused.map((letter, i) => (
        <RefusedLetter
          key={letter.id}
          caseId={view.id}
          letter={letter}
          position={i}
          onDone={() => {
            setDone(true);
            onDone();
          }}
        />
      ))}
    </section>
  );
}

interface Props {
  caseId: string;
  letter: DeskLetter;
  position: number;
  onDone: () => void;
}

function RefusedLetter(props: Props) {
  const t = useDeskTexts();
  const { recipientName: name, recipientEmail, recipientPostal, ...more } = props.letter;
  const { template, toSubscriber } = more;
  const email = recipientPostal?.replaceAll('\n', ', ') ?? recipientEmail;
  const letter = wordFor('letterNames', template, t);
  // The address of whoever subscribes is theirs to look after.
  const ways = toSubscriber ? (['sendAgain'] as const) : mendings;
  return (
    <div className="desk-part">
      <Paragraph>
        {toSubscriber
          ? t('refused.toSubscriber', { letter })
          : t('refused.letter', { letter, name, email })}
      </Paragraph>
      {ways.map((kind) => (
        <MendingForm key={kind} kind={kind} {...props} />
      ))}
    </div>
  );
}

function MendingForm({ kind, caseId, letter, position, onDone }: Props & { kind: Mending }) {
  const { id } = useMunicipality();
  const form = useMemo(() => mendingForm(kind, position), [kind, position]);
  return (
    <SideForm
      form={form}
      onSend={async (typed) => {
        await mendLetter(id, { caseId, letterId: letter.id }, requestOf(kind, typed, position));
        onDone();
      }}
    />
  );
}

function requestOf(kind: Mending, typed: TypedAnswers, position: number): RefusedLetterRequest {
  const text = (field: string) => {
    const value = typed[mendingField(kind, field, position)];
    return typeof value === 'string' ? value.trim() : '';
  };
  const reason = text('reason');
  switch (kind) {
    case 'correctAddress':
      return { kind, email: text('email'), reason };
    case 'sendAgain':
      return { kind, reason };
    case 'post':
      return { kind, postal: text('postal'), reason };
  }
}
