import { Button, Field, Input, Label, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { SendFault } from '../../shared/forms/send-fault';
import { useSending } from '../../shared/forms/use-sending';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { useEndedSession } from '../desk-fetched';
import { reportDelegated } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';

/** Marks what the list shows as reported to a meeting. */
export function ReportForm({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { busy, error, send } = useSending();
  useEndedSession(error);
  const [meetingOn, setMeetingOn] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    setMissing(meetingOn === '');
    if (meetingOn === '') return;
    void send(async () => {
      await reportDelegated(id, { ids: [...ids], meetingOn });
      onDone();
    });
  };
  return (
    <form
      noValidate
      className="desk-part desk-no-print"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SendFault error={error} />
      <Field>
        <Label>{t('delegated.meeting')}</Label>
        <Field.Description>{t('delegated.meetingHelp')}</Field.Description>
        <Input
          type="date"
          value={meetingOn}
          aria-invalid={isMissing}
          onChange={(event) => setMeetingOn(event.target.value)}
        />
      </Field>
      {isMissing && <Paragraph role="alert">{t('delegated.missing')}</Paragraph>}
      <Button type="submit" aria-busy={busy}>
        {t('delegated.mark', { count: ids.length })}
      </Button>
    </form>
  );
}
