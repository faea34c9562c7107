import { join } from 'node:path';
import { projectRoot, spawnScript } from '../project';
import type { Product } from './product';

/** The workflows as one file for the worker's sandbox; bundling inside the worker costs 70 MB. */
export const workflowBundle: Product = {
  name: 'the workflows',
  sources: ['workflows', 'domain', 'worker/failure-converter.cjs'],
  output: join(projectRoot, '.build', 'workflow-bundle.js'),
  build: (temporary) =>
    spawnScript('scripts/build/bundle-workflows.ts', [temporary], {
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
};
