import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

// These packages only define components and functions; their barrels otherwise keep everything.
const free = /designsystemet-react|floating-ui|aksel-icons|tanstack/;

export default defineConfig({
  root: here,
  base: '/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/page', import.meta.url)),
    emptyOutDir: true,
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !free.test(id) } },
  },
});
