import { DefaultLogger, Runtime, type LogEntry } from '@temporalio/worker';
import { pino, type DestinationStream, type Logger } from 'pino';

/** What may be said about a message; errors are left out, they quote what people wrote. */
const safeFields = ['workflowId', 'workflowType', 'activityType', 'attempt', 'taskQueue'] as const;

let installed = false;

/**
 * Prepares Temporal's SDK for this process: it logs where we log, references only, and leaves
 * signals to us. It can be told only once; later calls change nothing.
 */
export function installRuntime(logLevel = 'warn', logTo?: DestinationStream): void {
  if (installed) return;
  installed = true;
  const log = pino({ level: logLevel, name: 'temporal' }, logTo);
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN', (entry) => write(log, entry)),
    telemetryOptions: { logging: { filter: { core: 'WARN', other: 'ERROR' }, forward: {} } },
  });
}

function write(log: Logger, { level, message, meta = {} }: LogEntry): void {
  const known = safeFields.filter((field) => meta[field] !== undefined);
  const fields = Object.fromEntries(known.map((field) => [field, meta[field] as unknown]));
  log[level === 'ERROR' ? 'error' : 'warn'](fields, message);
}
