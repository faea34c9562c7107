import { Link } from '@digdir/designsystemet-react';
import type { DocumentLink } from '../../../domain/api/shapes';
import { documentPath } from '../api/endpoints';
import { formatDate, formatSize } from '../i18n/format';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import { useMunicipality } from '../layout/municipality-context';

interface Props {
  owner: { kind: 'case' | 'task'; id: string };
  documents: readonly DocumentLink[];
}

/** Documents as PDF, each with size and day. */
export function DocumentList({ owner, documents }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <ul className="documents">
      {documents.map((document) => (
        <li key={document.id}>
          <Link href={documentPath(id, owner, document.id)} target="_blank" rel="noopener">
            <span lang={document.language}>{document.title}</span>{' '}
            <span>{t('documents.pdf', { size: formatSize(document.bytes, language) })}</span>
          </Link>
          <span className="quiet">
            {t('documents.filed', { date: formatDate(document.createdAt, language) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
