import { runProcess, type Running } from '../config/run-process';
import { explainSettings } from '../config/settings';
import { SetupError } from './project';
import { readStartOptions } from './start/options';

/** `npm start`: everything on this machine, until Ctrl-C. */
async function begin(signal: AbortSignal): Promise<Running> {
  const options = readStartOptions(process.argv.slice(2));
  // Loaded only now: a fault of the command line should not wait for all the rest.
  const { startEverything } = await import('./start/run');
  return startEverything(options, (line) => console.log(line), signal);
}

await runProcess(begin, {
  explain: (error) => (error instanceof SetupError ? error.message : explainSettings(error)),
});
