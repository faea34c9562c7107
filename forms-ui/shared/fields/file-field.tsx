import { Fieldset, Input, Label, ValidationMessage } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { bounds } from '../../../domain/forms/fields';
import { acceptedFiles } from '../../../domain/uploads';
import { fieldElementId } from '../forms/field-ids';
import { useTexts } from '../i18n/use-texts';
import { useFieldTexts } from './field-texts';
import { FileList } from './file-list';
import type { FieldProps } from './form-field';
import { useFileAnswers } from './use-file-answers';

/** Files to send along: what may be sent, the browser's own control, what has been sent. */
export default function FileField(props: FieldProps) {
  const { field, path } = props;
  const t = useTexts();
  const { label, help, fault } = useFieldTexts(props);
  const { files, waiting, news, add, remove } = useFileAnswers(props);
  const { max } = bounds(field);
  const id = fieldElementId(path);
  const limits = useId();
  const room = max - files.length;
  return (
    <Fieldset className="files">
      <Fieldset.Legend>{label}</Fieldset.Legend>
      {help !== undefined && <Fieldset.Description>{help}</Fieldset.Description>}
      <p className="quiet" id={limits}>
        {t('files.limits', { count: max })}
      </p>
      {room > 0 && (
        <div>
          <Label htmlFor={id}>{t(files.length === 0 ? 'files.choose' : 'files.chooseMore')}</Label>
          <Input
            id={id}
            type="file"
            accept={acceptedFiles}
            multiple={max > 1}
            aria-describedby={fault === undefined ? limits : `${limits} ${id}-fault`}
            aria-invalid={fault !== undefined}
            onChange={(event) => {
              add([...(event.target.files ?? [])]);
              // The same file can be chosen again once it has been mended.
              event.target.value = '';
            }}
          />
        </div>
      )}
      {fault !== undefined && <ValidationMessage id={`${id}-fault`}>{fault}</ValidationMessage>}
      <FileList files={files} waiting={waiting} onRemove={remove} />
      <p role="status" className="ds-sr-only">
        {news}
      </p>
    </Fieldset>
  );
}
