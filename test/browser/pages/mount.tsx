import '@digdir/designsystemet-css/theme';
import '@digdir/designsystemet-css';
import '../../../forms-ui/shared/styles/index.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { isLanguage, type Language } from '../../../domain/language';
import { startTexts } from '../../../forms-ui/shared/i18n/setup';

/** Shows a part of the page in a language, which the address may end with: `#en`. */
export async function mount(part: ReactNode, language?: Language): Promise<void> {
  const wanted = location.hash.slice(1);
  await startTexts(language ?? (isLanguage(wanted) ? wanted : 'sv'));
  createRoot(document.getElementById('root')!).render(<main>{part}</main>);
}
