import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import type { DeskCaseView, DeskLetter, RefusedLetterRequest } from '../../../domain/api/desk';
import { unclearBounce } from '../../../domain/bounces/reasons';
import { worksWithCases } from '../../../domain/officials';
import { SideForm } from '../../shared/forms/side-form';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { mendLetter } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { bounceCause, wordFor } from '../words';
import { mendingField, mendingForm, mendings, type Mending } from './refused-letter-forms';

/** Letters that their readers' servers refused, each with what can be done; nothing when there are none. */
export function RefusedLetters({ view, onDone }: { view: DeskCaseView; onDone: () => void }) {
  const t = useDeskTexts();
  const { official } = useOfficial();
  const [done, setDone] = useState<Mending>();
  const refused = view.letters.filter(({ state }) => state === 'failed');
  if (!worksWithCases(official) || (refused.length === 0 && !done)) return null;
  return (
    <section className="desk-part" aria-labelledby="refused-heading">
      <Heading level={2} data-size="sm" id="refused-heading">
        {t('refused.heading')}
      </Heading>
      <Paragraph role="status">
        {done && t(done === 'arrived' ? 'refused.arrived' : 'refused.done')}
      </Paragraph>
      {refused.map((letter, i) => (
        <RefusedLetter
          key={letter.id}
          caseId={view.id}
          letter={letter}
          position={i}
          onDone={(kind) => {
            setDone(kind);
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
  onDone: (kind: Mending) => void;
}

function RefusedLetter(props: Props) {
  const t = useDeskTexts();
  const { recipientName: name, recipientEmail, recipientPostal, ...more } = props.letter;
  const { template, toSubscriber, failureCode, bounceText } = more;
  const email = recipientPostal?.replaceAll('\n', ', ') ?? recipientEmail;
  const letter = wordFor('letterNames', template, t);
  const cause = bounceCause(failureCode, t);
  return (
    <div className="desk-part">
      <Paragraph>
        {toSubscriber
          ? t('refused.toSubscriber', { letter })
          : t('refused.letter', { letter, name, email })}
      </Paragraph>
      {cause !== undefined && failureCode !== unclearBounce && (
        <Paragraph>{t('refused.because', { cause })}</Paragraph>
      )}
      {bounceText !== null && (
        <>
          <Paragraph>{t('refused.unclear')}</Paragraph>
          <blockquote className="desk-quote">
            <bdi>{bounceText}</bdi>
          </blockquote>
        </>
      )}
      {waysOf(props.letter).map((kind) => (
        <MendingForm key={kind} kind={kind} {...props} />
      ))}
    </div>
  );
}

/** What can be done with it, the likeliest first. The address of whoever subscribes is theirs to look after. */
function waysOf({ toSubscriber, sentAt, failureCode }: DeskLetter): readonly Mending[] {
  if (toSubscriber) return ['sendAgain'];
  if (sentAt === null) return mendings;
  return failureCode === unclearBounce ? ['arrived', ...mendings] : [...mendings, 'arrived'];
}

function MendingForm({ kind, caseId, letter, position, onDone }: Props & { kind: Mending }) {
  const { id } = useMunicipality();
  const form = useMemo(() => mendingForm(kind, position), [kind, position]);
  return (
    <SideForm
      form={form}
      onSend={async (typed) => {
        await mendLetter(id, { caseId, letterId: letter.id }, requestOf(kind, typed, position));
        onDone(kind);
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
    case 'arrived':
      return { kind, reason };
    case 'post':
      return { kind, postal: text('postal'), reason };
  }
}
