import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import en from '../domain/texts/en/ui.json';
import sv from '../domain/texts/sv/ui.json';

// These packages only define components and functions; their barrels otherwise keep everything.
const free = /designsystemet-react|floating-ui|aksel-icons|tanstack/;

/** What a browser without JavaScript shows, in every language. */
const withoutScript: Plugin = {
  name: 'without-script',
  transformIndexHtml: (html) =>
    html.replace(
      '<!-- without script -->',
      `<noscript><p>${sv.layout.noScript}</p><p lang="en">${en.layout.noScript}</p></noscript>`,
    ),
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react(), withoutScript],
  build: {
    outDir: fileURLToPath(new URL('../dist/page', import.meta.url)),
    emptyOutDir: true,
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !free.test(id) } },
  },
});
