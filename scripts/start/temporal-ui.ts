import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDirectory } from '../project';
import type { ExternalTemporal } from '../temporal/find-server';
import { removeProcessRecord, writeProcessRecord } from '../temporal/process-record';
import { executable } from '../temporal/route';
import type { TemporalBinary } from '../temporal/server-process';
import type { Parts } from './parts';

export interface TemporalUiOptions {
  found: TemporalBinary | ExternalTemporal;
  directory: string;
  port: number;
  /** Of the Temporal server, host:port. */
  address: string;
}

/**
 * Temporal's own pages, for operators: the command line brings them along, beside the plain server
 * they run when somebody has put the program `ui-server` into the project's cache.
 * @returns their address, or undefined when there are none
 */
export async function startTemporalUi(
  { found, directory, port, address }: TemporalUiOptions,
  parts: Parts,
): Promise<string | undefined> {
  const url = `http://127.0.0.1:${port}`;
  if (found.kind === 'cli') return url;
  const program = join(cacheDirectory(), executable('ui-server'));
  if (found.kind === 'external' || !existsSync(program)) return undefined;
  writeConfig(directory, port, address);
  parts.add("Temporal's pages", startProcess(program, directory));
  return url;
}

function writeConfig(directory: string, port: number, temporalGrpcAddress: string): void {
  mkdirSync(directory, { recursive: true });
  const config = { temporalGrpcAddress, host: '127.0.0.1', port, enableUi: true };
  // JSON is YAML; the program looks for <environment>.yaml in its configuration directory.
  writeFileSync(join(directory, 'ui.yaml'), JSON.stringify(config));
}

/** @returns what stops it */
function startProcess(program: string, directory: string): () => Promise<void> {
  const child = spawn(program, ['--root', '.', '--config', '.', '--env', 'ui', 'start'], {
    cwd: directory,
    stdio: 'ignore',
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  if (child.pid !== undefined) writeProcessRecord(directory, child.pid);
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  return async () => {
    // It keeps nothing that a kill could harm.
    kill();
    await ended;
    process.off('exit', kill);
    removeProcessRecord(directory);
  };
}
