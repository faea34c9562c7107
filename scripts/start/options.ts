import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readStartSettings, type StartSettings } from '../../config/settings';
import { projectRoot, SetupError } from '../project';

/** What `npm start` was asked for, by command line and environment. */
export interface StartOptions {
  settings: StartSettings;
  ports: StartPorts;
  /** Absolute. */
  dataDirectory: string;
  /** Begin with empty data. */
  fresh: boolean;
}

/** Four in a row. */
export interface StartPorts {
  site: number;
  inbox: number;
  temporal: number;
  temporalUi: number;
}

const usage = 'npm start -- [--port NUMBER] [--data DIRECTORY] [--fresh]';
const highestPort = 65_535;

/**
 * Reads the command line; where it says nothing the environment decides (PORT, DATA_DIR).
 * @throws {SetupError | SettingsError} with sentences that name what is wrong
 */
export function readStartOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): StartOptions {
  const settings = readStartSettings(environment);
  const flags = parse(args);
  const directory = flags.data ?? settings.dataDirectory ?? 'data';
  return {
    settings,
    ports: portsFrom(flags.port ?? String(settings.port)),
    dataDirectory: resolve(flags.data === undefined ? projectRoot : process.cwd(), directory),
    fresh: flags.fresh ?? false,
  };
}

function parse(args: readonly string[]) {
  const options = {
    port: { type: 'string' },
    data: { type: 'string' },
    fresh: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('. ') : [];
    throw new SetupError(`${reason.replace(/\.$/, '')}; use ${usage}.`);
  }
}

function portsFrom(text: string): StartPorts {
  const site = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (site < 1 || site + 3 > highestPort) {
    throw new SetupError(
      `--port must be a whole number from 1 to ${highestPort - 3}; use ${usage}.`,
    );
  }
  return { site, inbox: site + 1, temporal: site + 2, temporalUi: site + 3 };
}
