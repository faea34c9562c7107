import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { processStart } from '../../../scripts/process-identity';
import { projectRoot } from '../../../scripts/project';
import { eventually } from '../../support/eventually';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'samverkan-command-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

/** A `go` that builds for ever, first on the PATH, and a cache in which there is nothing. */
function slowGo(pidFile: string): NodeJS.ProcessEnv {
  const go = path.join(directory, 'go');
  writeFileSync(
    go,
    `#!/bin/sh
case "$1 $2" in
  'env GOVERSION') echo go1.26.8 ;;
  'install '*) echo $$ > '${pidFile}'; exec sleep 600 ;;
esac
`,
  );
  chmodSync(go, 0o755);
  const { PATH = '' } = process.env;
  return { ...process.env, PATH: `${directory}:${PATH}`, XDG_CACHE_HOME: directory };
}

describe('npm test', () => {
  it('ends with what it was building when it is asked to end', async () => {
    const pidFile = path.join(directory, 'pid');
    const command = spawn(process.execPath, ['--import', 'tsx', 'scripts/test.ts'], {
      cwd: projectRoot,
      stdio: 'ignore',
      env: { ...slowGo(pidFile), NODE_OPTIONS: '' },
    });
    const ended = once(command, 'exit');
    const builder = await eventually(
      'the server is being built',
      // The file is there before the number is in it.
      () => existsSync(pidFile) && (Number(readFileSync(pidFile, 'utf8')) || undefined),
      { timeoutMs: 50_000 },
    );
    command.kill('SIGTERM');
    expect(await ended).toEqual([1, null]);
    await eventually('the build has ended', () => processStart(builder) === undefined);
  }, 90_000);
});
