import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { runDirectory } from './run/shared-part';
import { adviceFor, findTool, type Tool } from './tools';

/** Whether a missing tool is a failure (CI) instead of a loud remark (a newcomer's machine). */
export const areAllSuitesRequired = process.env.REQUIRE_ALL_SUITES === '1';

/**
 * `describe` for a suite that needs tools: `suiteNeeding('chromium')('the form', () => { … })`.
 * Where one is missing the suite is skipped and the end of the run says so; with
 * REQUIRE_ALL_SUITES=1 it fails.
 */
export function suiteNeeding(...tools: Tool[]): (name: string, suite: () => void) => void {
  const missing = tools.find((tool) => !findTool(tool));
  if (!missing) return describe;
  return (name, suite) => {
    if (areAllSuitesRequired) {
      failingSuite(name, missing);
    } else {
      noteSkipped(name, missing);
      describe.skip(name, suite);
    }
  };
}

/** Has the end of the run name a suite that was left out, and why. */
export function noteSkipped(name: string, missing: Tool): void {
  const file = path.join(runDirectory(), 'skipped');
  appendFileSync(file, `- ${name}: ${missing} is missing. ${adviceFor(missing)}\n`);
}

function failingSuite(name: string, missing: Tool): void {
  describe(name, () => {
    it(`finds ${missing} on this machine`, () => {
      throw new Error(adviceFor(missing));
    });
  });
}
