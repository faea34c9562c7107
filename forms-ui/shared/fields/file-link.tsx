import { Link } from '@digdir/designsystemet-react';
import type { FileAnswer } from '../../../domain/forms/types';
import { formatSize } from '../i18n/format';
import { useLanguage } from '../i18n/use-language';

/** A file by its name and size, to be saved where it can be fetched. */
export function FileLink({ file, href }: { file: FileAnswer; href: string | undefined }) {
  const language = useLanguage();
  const name = <bdi>{file.name}</bdi>;
  return (
    <span>
      {href === undefined ? (
        name
      ) : (
        <Link href={href} download={file.name}>
          {name}
        </Link>
      )}{' '}
      ({formatSize(file.size, language)})
    </span>
  );
}
