import { runProcess } from '../config/run-process';
import { explainSettings } from '../config/settings';
import { SetupError } from './project';
import { readStartOptions } from './start/options';
import { startEverything } from './start/run';

/** `npm start`: everything on this machine, until Ctrl-C. */
await runProcess(
  async (signal) =>
    startEverything(readStartOptions(process.argv.slice(2)), (line) => console.log(line), signal),
  {
    explain: (error) => (error instanceof SetupError ? error.message : explainSettings(error)),
  },
);
