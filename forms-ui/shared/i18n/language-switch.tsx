import { useState } from 'react';
import { languages as allLanguages, type Language } from '../../../domain/language';
import { browserKeeper } from '../storage';
import { rememberLanguage } from './choice';
import { showLanguage } from './setup';
import { useLanguage } from './use-language';
import { useTexts } from './use-texts';

// Each language is called what its own readers call it, whatever language the page is in.
const ownNames: Record<Language, string> = { sv: 'Svenska', en: 'English' };

/** Lets the reader change language where they are. */
export function LanguageSwitch({ languages = allLanguages }: { languages?: readonly Language[] }) {
  const t = useTexts();
  const current = useLanguage();
  const [failed, setFailed] = useState(false);
  const choose = (language: Language) =>
    showLanguage(language).then(
      () => {
        setFailed(false);
        rememberLanguage(browserKeeper, language);
      },
      () => setFailed(true),
    );
  return (
    <nav className="language-switch" aria-label={t('layout.language')}>
      <ul>
        {languages.map((language) => (
          <li key={language}>
            <button
              type="button"
              lang={language}
              aria-current={language === current ? 'true' : undefined}
              onClick={() => void choose(language)}
            >
              {ownNames[language]}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="language-switch__fault">
        {failed ? t('layout.languageFailed') : ''}
      </p>
    </nav>
  );
}
