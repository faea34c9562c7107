import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import type { DeskCaseView, DeskLetter, DeskReader, ReaderRequest } from '../../../domain/api/desk';
import { canComeBack } from '../../../domain/letters';
import { worksWithCases } from '../../../domain/officials';
import { SideForm } from '../../shared/forms/side-form';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { Detail } from '../desk-table';
import { FirstOf } from '../first-of';
import { reachReader } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { reachingField, reachingForm, type Reaching } from './reader-forms';

/** An invitation goes to hundreds, and each has forms of their own here. */
const atFirst = 5;

/** Those who are written to in the case, how, and how that can be changed for all that follows. */
export function Readers({ view, onDone }: { view: DeskCaseView; onDone: () => void }) {
  const t = useDeskTexts();
  const [done, setDone] = useState<Reaching>();
  if (view.readers.length === 0) return null;
  return (
    <section className="desk-part" aria-labelledby="readers-heading">
      <Heading level={2} data-size="sm" id="readers-heading">
        {t('readers.heading')}
      </Heading>
      <Paragraph role="status">
        {done && t(done === 'cameBack' ? 'readers.cameBack' : 'readers.done')}
      </Paragraph>
      <FirstOf
        items={view.readers}
        atFirst={atFirst}
        more={(count) => t('readers.more', { count })}
      >
        {(shown) =>
          shown.map((reader, i) => (
            <OneReader
              key={`${reader.name} ${reader.email} ${reader.postal ?? ''}`}
              caseId={view.id}
              reader={reader}
              last={view.letters.find(({ id }) => id === reader.letterId)}
              position={i}
              onDone={(kind) => {
                setDone(kind);
                onDone();
              }}
            />
          ))
        }
      </FirstOf>
    </section>
  );
}

interface Props {
  caseId: string;
  reader: DeskReader;
  /** The last letter to them. */
  last: DeskLetter | undefined;
  position: number;
  onDone: (kind: Reaching) => void;
}

function OneReader(props: Props) {
  const t = useDeskTexts();
  const { official } = useOfficial();
  const { name, email, postal } = props.reader;
  return (
    <div className="desk-part">
      <Paragraph>
        <bdi>{name}</bdi>
        <Detail>
          {postal === null ? (
            t('readers.byMail', { email })
          ) : (
            <>
              {t('readers.byPost')} <span className="desk-address">{postal}</span>
            </>
          )}
        </Detail>
      </Paragraph>
      {worksWithCases(official) &&
        possible(props.reader, props.last).map((kind) => (
          <ReachingForm key={kind} kind={kind} {...props} />
        ))}
    </div>
  );
}

function possible({ email, postal }: DeskReader, last: DeskLetter | undefined): Reaching[] {
  const back = last && canComeBack(last.state) ? (['cameBack'] as const) : [];
  if (email === '') return ['addEmail', 'allByPost', ...back];
  return postal === null ? ['allByPost', ...back] : ['mailAgain', 'allByPost', ...back];
}

function ReachingForm({ kind, caseId, reader, position, onDone }: Props & { kind: Reaching }) {
  const { id } = useMunicipality();
  const form = useMemo(
    () => reachingForm(kind, position, reader.name),
    [kind, position, reader.name],
  );
  return (
    <SideForm
      form={form}
      onSend={async (typed) => {
        const request = requestOf(kind, typed, position);
        await reachReader(id, { caseId, letterId: reader.letterId }, request);
        onDone(kind);
      }}
    />
  );
}

function requestOf(kind: Reaching, typed: TypedAnswers, position: number): ReaderRequest {
  const text = (field: string) => {
    const value = typed[reachingField(kind, field, position)];
    return typeof value === 'string' ? value.trim() : '';
  };
  const reason = text('reason');
  switch (kind) {
    case 'allByPost':
      return { kind, postal: text('postal'), reason };
    case 'addEmail':
      return { kind, email: text('email'), reason };
    case 'mailAgain':
    case 'cameBack':
      return { kind, reason };
  }
}
