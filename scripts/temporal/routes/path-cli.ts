import { executable, outputOf, type Route } from '../route';
import { cliShortcoming, format, readCliVersions } from '../versions';

/** The `temporal` command line that is already installed. */
export const pathCli: Route = async ({ env }) => {
  const program = executable('temporal');
  const text = await outputOf(program, ['--version'], env);
  if (text === undefined) return { passedOver: 'There is no temporal command line on the PATH.' };
  const shortcoming = cliShortcoming(text);
  if (shortcoming) return { passedOver: `The temporal command line on the PATH ${shortcoming}.` };
  const version = format(readCliVersions(text)!.server);
  return { kind: 'cli', path: program, version, route: 'path' };
};
