import { Button, Details, Field, Input, Label, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CaseView } from '../../../domain/api/shapes';
import { acceptedFiles } from '../../../domain/uploads';
import { filesPath } from '../../shared/api/endpoints';
import { upload } from '../../shared/api/upload';
import { SendFault } from '../../shared/forms/send-fault';
import { useSending } from '../../shared/forms/use-sending';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import type { Linked } from '../../shared/links/linked-page';

/** A file for one's own case, with a word about what it is. */
export function AddRecord({ linked }: { linked: Linked<CaseView> }) {
  const t = useTexts();
  const { id } = useMunicipality();
  const { run, reload } = linked;
  const { busy, error, send } = useSending();
  const [file, setFile] = useState<File>();
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [added, setAdded] = useState<string[]>([]);
  const submit = () => {
    setMissing(file === undefined);
    if (file === undefined) return;
    void send(async () => {
      await run((caseId) =>
        upload(filesPath(id, { kind: 'case', id: caseId }), file, () => undefined, note),
      );
      setAdded((before) => [...before, file.name]);
      setFile(undefined);
      setNote('');
      reload();
    });
  };
  return (
    <Details>
      <Details.Summary>{t('case.add.title')}</Details.Summary>
      <Details.Content>
        <form
          noValidate
          className="add-record"
          key={added.length}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Paragraph role="status">
            {added.length > 0 && t('case.add.done', { name: added.at(-1) ?? '' })}
          </Paragraph>
          <SendFault error={error} />
          <Field>
            <Label>{t('case.add.file')}</Label>
            <Field.Description>{t('case.add.help')}</Field.Description>
            <Input
              type="file"
              accept={acceptedFiles}
              aria-invalid={isMissing}
              onChange={(event) => setFile(event.target.files?.[0])}
            />
          </Field>
          {isMissing && <Paragraph role="alert">{t('case.add.none')}</Paragraph>}
          <Field>
            <Label>{t('case.add.note')}</Label>
            <Field.Description>{t('case.add.noteHelp')}</Field.Description>
            <Input maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
          <Button type="submit" variant="secondary" aria-busy={busy}>
            {busy ? t('form.sending') : t('case.add.send')}
          </Button>
        </form>
      </Details.Content>
    </Details>
  );
}
