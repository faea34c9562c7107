import { join } from 'node:path';
import type { Product } from '../build/product';
import { projectRoot, spawnScript } from '../project';

/** The product's workflows and the bench's own in one file. */
export const benchWorkflows: Product = {
  name: "the bench's workflows",
  sources: ['workflows', 'domain', 'worker/failure-converter.cjs', 'scripts/bench/workflows'],
  output: join(projectRoot, '.build', 'bench-workflows.js'),
  build: (temporary) =>
    spawnScript('scripts/bench/bundle-workflows.ts', [temporary], {
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
};
