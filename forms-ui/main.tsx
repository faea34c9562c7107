import '@digdir/designsystemet-css/theme';
import '@digdir/designsystemet-css';
import './shared/styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { browserLanguage, chosenLanguage } from './shared/i18n/choice';
import { startTexts } from './shared/i18n/setup';
import { browserKeeper } from './shared/storage';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

try {
  await startTexts(chosenLanguage(browserKeeper) ?? browserLanguage(navigator.languages) ?? 'sv');
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
} catch {
  const notStarted = document.querySelector<HTMLTemplateElement>('#not-started');
  if (notStarted) root.append(notStarted.content);
}
