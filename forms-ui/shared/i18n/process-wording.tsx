import { useMemo, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { PageWording } from '../../../domain/api/shapes';
import { wordedTexts } from './setup';
import { useLanguage } from './use-language';

/** What is inside speaks of its process in that process's words. */
export function ProcessWording({
  wording,
  children,
}: {
  wording: PageWording | null;
  children: ReactNode;
}) {
  const language = useLanguage();
  const own = useMemo(() => wording && wordedTexts(language, wording), [language, wording]);
  return own ? <I18nextProvider i18n={own}>{children}</I18nextProvider> : children;
}
