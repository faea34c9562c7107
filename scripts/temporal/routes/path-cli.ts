import { executable, outputOf, type Route } from '../route';
import { judgeCli } from '../versions';

/** The `temporal` command line that is already installed. */
export const pathCli: Route = async ({ env }) => {
  const program = executable('temporal');
  const text = await outputOf(program, ['--version'], env);
  if (text === undefined) return { passedOver: 'There is no temporal command line on the PATH.' };
  const verdict = judgeCli(text);
  if ('shortcoming' in verdict) {
    return { passedOver: `The temporal command line on the PATH ${verdict.shortcoming}.` };
  }
  return { kind: 'cli', path: program, version: verdict.server, route: 'path' };
};
