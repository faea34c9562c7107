import { Button, Details, Field, Input, Label, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { acceptedFiles } from '../../../domain/uploads';
import { SendFault } from '../../shared/forms/send-fault';
import { useSending } from '../../shared/forms/use-sending';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { useEndedSession } from '../desk-fetched';
import { addRecord } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';

interface Props {
  caseId: string;
  isOpen: boolean;
  onToggle: () => void;
  onDone: () => void;
}

/** Files what came on paper, scanned, as the next record of the case. */
export function AddRecord({ caseId, isOpen, onToggle, onDone }: Props) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { busy, error, send } = useSending();
  useEndedSession(error);
  const [file, setFile] = useState<File>();
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    setMissing(file === undefined);
    if (file === undefined) return;
    void send(async () => {
      await addRecord(id, caseId, file);
      setFile(undefined);
      onDone();
    });
  };
  return (
    <Details open={isOpen} onToggle={onToggle}>
      <Details.Summary>{t('scan.title')}</Details.Summary>
      <Details.Content>
        {isOpen && (
          <form
            noValidate
            className="desk-part"
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            <SendFault error={error} />
            <Field>
              <Label>{t('scan.label')}</Label>
              <Field.Description>{t('scan.help')}</Field.Description>
              <Input
                type="file"
                accept={acceptedFiles}
                aria-invalid={isMissing}
                onChange={(event) => setFile(event.target.files?.[0])}
              />
            </Field>
            {isMissing && <Paragraph role="alert">{t('scan.none')}</Paragraph>}
            <Button type="submit" aria-busy={busy}>
              {busy ? t('ui:form.sending') : t('scan.send')}
            </Button>
          </form>
        )}
      </Details.Content>
    </Details>
  );
}
