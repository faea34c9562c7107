import { findTemporalBinary } from '../temporal/find-server';
import { installRuntime } from '../../worker/runtime';
import { withSetting } from './measure';
import { measureOpening } from './measures/opening';
import { withDatabase } from './with-database';

/*
 * Measures the opening of follow-ups in a process that does nothing else: what another measurement has
 * used before would hide how much memory it takes. Begun by opening-alone.ts, which gets the result.
 *
 *   opening-process.ts pglite|postgres ROUNDS
 */
const [kind, rounds] = process.argv.slice(2);
if (kind !== 'pglite' && kind !== 'postgres') throw new Error(`No database is called ${kind}.`);
installRuntime('silent');
const binary = await findTemporalBinary({ report: () => undefined });
const opening = await withDatabase(kind, (database) =>
  withSetting(database, binary, (setting) => measureOpening(setting, Number(rounds))),
);
process.send?.(opening, () => process.exit(0));
