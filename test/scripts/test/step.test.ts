import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { processStart } from '../../../scripts/process-identity';
import { runStep } from '../../../scripts/test/step';
import { eventually } from '../../support/eventually';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'samverkan-step-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

function program(code: string): string {
  const file = path.join(directory, 'program.cjs');
  writeFileSync(file, code);
  return file;
}

describe('a step of the test command', () => {
  it('succeeds or fails as its program does', async () => {
    expect(await runStep(program(''), [])).toBe(true);
    expect(await runStep(program('process.exit(3)'), [])).toBe(false);
    expect(await runStep(program(`process.kill(process.pid, 'SIGKILL')`), [])).toBe(false);
  });

  it('passes arguments and environment on', async () => {
    const code = `process.exit(process.argv[2] === 'database' && process.env.PROBE === 'yes' ? 0 : 1)`;
    expect(await runStep(program(code), ['database'], { PROBE: 'yes' })).toBe(true);
  });

  it('leaves no child behind', async () => {
    const pidFile = path.join(directory, 'pid');
    const code = `
      const { spawn } = require('node:child_process');
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      require('node:fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
      process.exit(1);`;
    expect(await runStep(program(code), [])).toBe(false);
    const pid = Number(readFileSync(pidFile, 'utf8'));
    await eventually('the child has ended', () => processStart(pid) === undefined, {
      timeoutMs: 5000,
    });
  });
});
