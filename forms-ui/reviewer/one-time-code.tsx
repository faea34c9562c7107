import { Button, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { askForCode } from '../shared/api/endpoints';
import { problemSentence } from '../shared/api/problem-sentence';
import { SendFault } from '../shared/forms/send-fault';
import { useSending } from '../shared/forms/use-sending';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';
import type { TaskView } from '../../domain/api/shapes';
import type { Linked } from '../shared/links/linked-page';

interface Props {
  /** Where the code goes, masked. */
  to: string;
  code: string;
  onChange: (code: string) => void;
  /** What the last answer was refused with, where that was its code. */
  refusal: unknown;
  run: Linked<TaskView>['run'];
}

/** Has a code mailed and takes it; it is kept in no draft. */
export function OneTimeCode({ to, code, onChange, refusal, run }: Props) {
  const t = useTexts();
  const { id } = useMunicipality();
  const { busy, error, send } = useSending();
  const [asked, setAsked] = useState(false);
  const ask = () =>
    send(async () => {
      await run((taskId) => askForCode(id, taskId));
      setAsked(true);
    });
  return (
    <section aria-labelledby="code-heading">
      <Heading level={2} data-size="sm" id="code-heading">
        {t('task.code.heading')}
      </Heading>
      <SendFault error={error} />
      <Paragraph>{t('task.code.lead', { to })}</Paragraph>
      <div className="actions">
        <Button type="button" variant="secondary" aria-busy={busy} onClick={() => void ask()}>
          {busy ? t('form.sending') : t(asked ? 'task.code.again' : 'task.code.ask')}
        </Button>
      </div>
      <Paragraph role="status">{asked ? t('task.code.asked', { to }) : ''}</Paragraph>
      <Textfield
        className="field--short"
        label={t('task.code.label')}
        description={t('task.code.help')}
        value={code}
        onChange={(event) => onChange(event.target.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        dir="ltr"
        spellCheck={false}
        {...(refusal !== undefined && { error: problemSentence(refusal, t) })}
      />
    </section>
  );
}
