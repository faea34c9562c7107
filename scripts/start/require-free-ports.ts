import { SetupError } from '../project';
import { isPortFree } from '../temporal/free-ports';

/** @throws {SetupError} naming every port that another program holds */
export async function requireFreePorts(ports: readonly number[], host: string): Promise<void> {
  const free = await Promise.all(ports.map((port) => isPortFree(port, host)));
  const busy = ports.filter((_port, index) => !free[index]);
  if (busy.length === 0) return;
  const subject = busy.length === 1 ? `Port ${busy[0]} is` : `Ports ${busy.join(', ')} are`;
  throw new SetupError(
    `${subject} in use by another program: stop it, or choose another port with ` +
      'npm start -- --port NUMBER (that one and the three after it are used).',
  );
}
