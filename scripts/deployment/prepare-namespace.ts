/** Makes the namespace on a new Temporal server; may be run again. */
import { readWorkerSettings } from '../../config/settings';
import { prepareNamespace } from '../temporal/ready';

const PATIENCE_MS = 120_000;

const { temporalAddress, temporalNamespace } = readWorkerSettings();
await prepareNamespace(temporalAddress, temporalNamespace, AbortSignal.timeout(PATIENCE_MS));
