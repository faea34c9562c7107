/** Makes the namespace on a new Temporal server; may be run again. */
import { explainSettings, readWorkerSettings } from '../../config/settings';
import { prepareNamespace } from '../temporal/ready';

const PATIENCE_MS = 120_000;

try {
  const { temporalAddress, temporalNamespace } = readWorkerSettings();
  await prepareNamespace(temporalAddress, temporalNamespace, AbortSignal.timeout(PATIENCE_MS));
} catch (error) {
  const sentence = explainSettings(error);
  if (sentence === undefined) throw error;
  console.error(sentence);
  process.exitCode = 1;
}
