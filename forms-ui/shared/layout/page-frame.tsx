import { SkipLink } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { Language } from '../../../domain/language';
import { LanguageSwitch } from '../i18n/language-switch';
import { useTexts } from '../i18n/use-texts';
import { onJump } from './jump-link';

interface Props {
  /** Who speaks: the municipality's name, linked to its first page. */
  owner: ReactNode;
  languages?: readonly Language[];
  footer?: ReactNode;
  children: ReactNode;
}

/** What every page has: skip link, owner, language, the matter, contact. */
export function PageFrame({ owner, languages, footer, children }: Props) {
  const t = useTexts();
  return (
    <>
      <SkipLink href="#main" onClick={onJump('main')}>
        {t('layout.skip')}
      </SkipLink>
      <header className="site-header">
        <div className="site-header__inner">
          {owner}
          <LanguageSwitch {...(languages ? { languages } : {})} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="main">
        {children}
      </main>
      {footer !== undefined && (
        <footer className="site-footer">
          <div className="site-footer__inner">{footer}</div>
        </footer>
      )}
    </>
  );
}
