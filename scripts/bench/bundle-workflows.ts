import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { projectRoot } from '../project';

/** Run as a process of its own: writes the bench's workflows to the file given as only argument. */
const [output] = process.argv.slice(2);
if (output === undefined) throw new Error('Name the file to write.');

const { code } = await bundleWorkflowCode({
  workflowsPath: join(projectRoot, 'scripts', 'bench', 'workflows', 'index.ts'),
  failureConverterPath: join(projectRoot, 'worker', 'failure-converter.cjs'),
  logger: new DefaultLogger('WARN'),
});
await writeFile(output, code);
