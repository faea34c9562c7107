import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');

/** Runs the fixture's suite where no program is on the PATH. */
function runWithoutTools(environment: Record<string, string>) {
  const jest = path.join(root, 'node_modules/jest/bin/jest.js');
  const args = ['--testMatch', '**/needs-poppler.fixture.ts', '--testPathPatterns', 'fixture'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [jest, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH: '', REQUIRE_ALL_SUITES: '', ...environment },
  });
  return { status, output: stdout + stderr };
}

describe('a suite whose tool is missing', () => {
  it('is skipped, and the end of the run says so', () => {
    const { status, output } = runWithoutTools({});
    expect(output).toContain(
      'SKIPPED, because this machine lacks a tool:\n' +
        '- a suite that needs poppler: poppler is missing. Install poppler-utils.',
    );
    expect(output).toContain('1 skipped');
    expect(status).toBe(0);
  });

  it('fails where every suite is required', () => {
    const { status, output } = runWithoutTools({ REQUIRE_ALL_SUITES: '1' });
    expect(output).toContain('Install poppler-utils.');
    expect(output).not.toContain('SKIPPED');
    expect(status).toBe(1);
  });
});
