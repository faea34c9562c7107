import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Gives the run a directory of its own, where suites find what they share. */
export default function globalSetup() {
  process.env.SAMVERKAN_TEST_RUN = mkdtempSync(path.join(tmpdir(), 'samverkan-test-'));
  process.env.SAMVERKAN_TEST_RUN_PID = String(process.pid);
}
