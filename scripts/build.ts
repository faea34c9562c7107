import { buildAll } from './build/index';
import { SetupError } from './project';

try {
  const { pageDirectory, workflowBundlePath } = await buildAll((line) => console.log(line));
  console.log(`The page is in ${pageDirectory}, the workflows are in ${workflowBundlePath}.`);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
