import { DefaultLogger, Runtime } from '@temporalio/worker';

let installed = false;

/** The SDK says what is wrong and nothing else; it can be told only once per process. */
export function installRuntime(): void {
  if (installed) return;
  installed = true;
  Runtime.install({ logger: new DefaultLogger('WARN') });
}
