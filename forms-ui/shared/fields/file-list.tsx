import { Button } from '@digdir/designsystemet-react';
import type { FileAnswer } from '../../../domain/forms/types';
import { formatSize } from '../i18n/format';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import { FileLink } from './file-link';
import { useUploads } from './uploads-context';
import type { WaitingFile } from './use-file-answers';

interface Props {
  files: readonly FileAnswer[];
  waiting: readonly WaitingFile[];
  onRemove: (file: FileAnswer) => void;
}

/** What has been sent, what is on its way, and what was refused and why. */
export function FileList({ files, waiting, onRemove }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { href } = useUploads();
  if (files.length + waiting.length === 0) return null;
  return (
    <ul className="files__list">
      {files.map((file) => (
        <li key={file.id}>
          <FileLink file={file} href={href(file)} />
          <Button type="button" variant="tertiary" onClick={() => onRemove(file)}>
            {t('files.remove')} <span className="ds-sr-only">{file.name}</span>
          </Button>
        </li>
      ))}
      {waiting.map(({ key, name, size, share, fault }) => (
        <li key={key}>
          {fault === undefined ? (
            <>
              <bdi>{name}</bdi> ({formatSize(size, language)}){' '}
              <span className="quiet">
                {t('files.sending', { percent: Math.floor(share * 100) })}
              </span>
            </>
          ) : (
            <span className="files__fault">{fault}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
