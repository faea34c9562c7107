import { rm } from 'node:fs/promises';
import { reportSkippedSuites } from './skipped-suites.js';
import { stopSharedParts } from './stop-shared-parts.js';

/** Stops what the suites shared, says what was skipped, and leaves nothing behind. */
export default async function globalTeardown() {
  const directory = process.env.SAMVERKAN_TEST_RUN;
  await stopSharedParts(directory);
  reportSkippedSuites(directory);
  await rm(directory, { recursive: true, force: true });
}
