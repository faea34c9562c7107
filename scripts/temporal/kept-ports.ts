import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePorts, isPortFree } from './free-ports';

const fileName = 'ports.json';

/**
 * Free ports that stay the same from start to start as long as nobody else takes them. The server
 * looks for the members it had seconds ago at their old addresses: under new ones a restart takes
 * 50 seconds instead of one.
 */
export async function keepPorts(directory: string, count: number): Promise<number[]> {
  const kept = readPorts(directory);
  const areFree =
    kept.length === count && (await Promise.all(kept.map((port) => isPortFree(port))));
  if (areFree && areFree.every(Boolean)) return kept;
  return choosePorts(directory, count);
}

/** Other free ports from now on. */
export async function choosePorts(directory: string, count: number): Promise<number[]> {
  const ports = await findFreePorts(count);
  writeFileSync(join(directory, fileName), JSON.stringify(ports));
  return ports;
}

function readPorts(directory: string): number[] {
  try {
    const ports: unknown = JSON.parse(readFileSync(join(directory, fileName), 'utf8'));
    return Array.isArray(ports) ? ports.filter((port) => typeof port === 'number') : [];
  } catch {
    return [];
  }
}
