/** Starts one shared part, writes where it is, and holds it until the test run ends. */
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Part } from './part';
import { runDirectory } from './shared-part';

const name = process.argv[2] ?? '';
const runPid = Number(process.env.SAMVERKAN_TEST_RUN_PID);

/** Readers never see half a file. */
function publish(suffix: string, text: string): void {
  const file = path.join(runDirectory(), `${name}.${suffix}`);
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}

function isRunOver(): boolean {
  try {
    process.kill(runPid, 0);
    return false;
  } catch {
    return true;
  }
}

/** Resolves at SIGTERM, and when jest has ended without saying so. */
function untilTheRunEnds(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
    setInterval(() => {
      if (isRunOver()) resolve();
    }, 1000);
  });
}

async function hold(): Promise<void> {
  const over = untilTheRunEnds();
  const { start } = (await import(`./parts/${name}`)) as Part;
  const { where, stop } = await start(path.join(runDirectory(), name));
  publish('json', JSON.stringify(where));
  if (stop) {
    await over;
    await stop();
  }
}

try {
  await hold();
  process.exit(0);
} catch (error) {
  console.error(error);
  publish('failed', error instanceof Error ? error.message : String(error));
  process.exit(1);
}
