import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../project';
import type { Product } from './product';

/** The pages that browsers load, with everything they need. */
export const page: Product = {
  name: 'the page',
  sources: ['forms-ui', 'domain'],
  output: join(projectRoot, 'dist', 'page'),
  build: (temporary) =>
    spawn(
      process.execPath,
      [
        join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js'),
        ...['build', 'forms-ui', '--outDir', temporary, '--emptyOutDir', '--logLevel', 'warn'],
      ],
      {
        cwd: projectRoot,
        // Under a test runner it would be `test`, and React would come in its slow version.
        env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      },
    ),
};
