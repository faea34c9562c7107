import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where each shared part can be found once it is up. */
export interface SharedParts {
  temporal: { address: string };
  postgres: { adminUrl: string; template: string };
  pglite: { template: string };
  chromium: { wsEndpoint: string };
  verapdf: { classpath: string };
}

const root = path.resolve(import.meta.dirname, '../../..');

/** The directory of this test run, made by jest's global set-up. */
export function runDirectory(): string {
  const directory = process.env.SAMVERKAN_TEST_RUN;
  if (!directory) throw new Error('Start the tests with jest (npm test).');
  return directory;
}

/**
 * One part (a server, a browser) for all suites of the run: the first that asks starts it, in a
 * process that outlives the suite and ends with the run.
 *
 * @throws Error with the part's own words when it does not come up
 */
export async function sharedPart<Name extends keyof SharedParts>(
  name: Name,
): Promise<SharedParts[Name]> {
  const file = (suffix: string) => path.join(runDirectory(), `${name}.${suffix}`);
  if (claim(file('claim'))) startHolder(name, file('log'), file('pid'));
  while (!existsSync(file('json'))) {
    if (existsSync(file('failed'))) throw new Error(readFileSync(file('failed'), 'utf8'));
    await sleep(25);
  }
  return JSON.parse(readFileSync(file('json'), 'utf8')) as SharedParts[Name];
}

/** Whether this caller is the first: a directory can be made only once. */
function claim(directory: string): boolean {
  try {
    mkdirSync(directory);
    return true;
  } catch {
    return false;
  }
}

function startHolder(name: string, logFile: string, pidFile: string): void {
  const log = openSync(logFile, 'a');
  const script = path.join(import.meta.dirname, 'hold.ts');
  const holder = spawn(process.execPath, ['--import', 'tsx', script, name], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
    detached: true,
    stdio: ['ignore', log, log],
  });
  if (holder.pid === undefined) throw new Error(`Node could not be started to hold ${name}.`);
  writeFileSync(pidFile, String(holder.pid));
  holder.unref();
}
