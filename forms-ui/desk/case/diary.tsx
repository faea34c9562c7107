import { Details, Heading } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { DeskCaseView } from '../../../domain/api/desk';
import { formText } from '../../../domain/forms/summary';
import type { FormDefinition } from '../../../domain/forms/types';
import { keepsDiary, recordsDecisions } from '../../../domain/officials';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import { DeskForm } from '../desk-form';
import { giveNumber, setSecrecy } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { AddRecord } from './add-record';
import { liftForm, markForm, numberForm, wholeCase } from './diary-forms';

interface Props {
  view: DeskCaseView;
  onDone: () => void;
}

/** What the registrar does to a case, and the secretary to a committee's; nothing for those who only read. */
export function Diary({ view, onDone }: Props) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const [open, setOpen] = useState('');
  const [done, setDone] = useState(0);
  const keeps = keepsDiary(official);
  const files = keeps || (view.isOfCommittee && recordsDecisions(official));
  if (!files) return null;
  const finish = () => {
    setOpen('');
    setDone((times) => times + 1);
    onDone();
  };
  const act = (form: FormDefinition | undefined, send: Send) =>
    form && (
      <Act
        form={form}
        isOpen={open === form.id}
        onToggle={() => setOpen((was) => (was === form.id ? '' : form.id))}
        send={(typed) => send(typed).then(finish)}
      />
    );
  const secrecy = (typed: TypedAnswers) => {
    const { what, provision, reason } = typed as Record<string, string>;
    return setSecrecy(id, view.id, {
      record: what === wholeCase ? null : Number(what),
      provision: provision ?? null,
      reason: reason ?? '',
    });
  };
  const number = (typed: TypedAnswers) =>
    giveNumber(id, view.id, typed as { number: string; reason: string });
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('diary.heading')}
      </Heading>
      <p role="status" className="quiet">
        {done > 0 ? t('diary.done') : ''}
      </p>
      {keeps && act(numberForm, number)}
      <AddRecord
        caseId={view.id}
        isOpen={open === 'scan'}
        onToggle={() => setOpen((was) => (was === 'scan' ? '' : 'scan'))}
        onDone={finish}
      />
      {keeps && act(markForm(view), secrecy)}
      {keeps && act(liftForm(view), secrecy)}
    </section>
  );
}

type Send = (typed: TypedAnswers) => Promise<void>;

interface ActProps {
  form: FormDefinition;
  isOpen: boolean;
  onToggle: () => void;
  send: Send;
}

/** One of them; its form is there only while it is open, so that no two have fields of one name. */
function Act({ form, isOpen, onToggle, send }: ActProps) {
  const language = useLanguage();
  return (
    <Details open={isOpen} onToggle={onToggle}>
      <Details.Summary>{formText(form, language, 'title')}</Details.Summary>
      <Details.Content>{isOpen && <DeskForm form={form} onSend={send} />}</Details.Content>
    </Details>
  );
}
