import '@digdir/designsystemet-css/theme';
import '@digdir/designsystemet-css';
import '../../../forms-ui/shared/styles/index.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { isLanguage } from '../../../domain/language';
import { startTexts } from '../../../forms-ui/shared/i18n/setup';

/** Shows a part of the page in the language that the address ends with: `#en`. */
export async function mount(part: ReactNode): Promise<void> {
  const wanted = location.hash.slice(1);
  await startTexts(isLanguage(wanted) ? wanted : 'sv');
  createRoot(document.getElementById('root')!).render(<main>{part}</main>);
}
