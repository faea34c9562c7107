import { installSieReader } from '../../test/support/sie';
import { findTool } from '../../test/support/tools';
import { installVeraPdf } from '../../test/support/vera-pdf';
import { SetupError } from '../project';
import { findTemporalBinary } from '../temporal/find-server';
import type { Counts } from './counts';

/**
 * Gets what takes minutes the first time, before the clocks of the suites run. Without a Temporal
 * server hardly anything can be tested, so that counts as a failure.
 */
export async function prepare(): Promise<Counts> {
  const failed = (await hasTemporal()) ? 0 : 1;
  await fetchVeraPdf();
  await buildSieReader();
  return { passed: 0, failed, skipped: 0 };
}

async function hasTemporal(): Promise<boolean> {
  try {
    const { path, version } = await findTemporalBinary({ report: console.log });
    console.log(`Temporal server ${version}: ${path}`);
    return true;
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    return false;
  }
}

/** The suites that need it say what is wrong when this fails. */
async function fetchVeraPdf(): Promise<void> {
  if (!findTool('verapdf')) return;
  await installVeraPdf().catch(() => undefined);
}

/** As above. */
async function buildSieReader(): Promise<void> {
  if (!findTool('cargo')) return;
  await installSieReader().catch(() => undefined);
}
