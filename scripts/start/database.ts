import { configuredMunicipalities } from '../../config/municipalities';
import { beginWheels } from '../../database/begin-wheels';
import { loadMunicipalities } from '../../database/load';
import { openDatabase, type Database } from '../../database/open';
import { SetupError } from '../project';

/**
 * Opens, migrates and loads the database: PostgreSQL at `url`, else PGlite in `directory`.
 * @throws {SetupError} when it cannot be opened
 */
export async function prepareDatabase(
  url: string | undefined,
  directory: string,
): Promise<Database> {
  const database = await open(url, directory);
  await loadMunicipalities(database, configuredMunicipalities);
  const municipalities = configuredMunicipalities.map(({ municipality }) => municipality);
  await beginWheels(database, municipalities, new Date());
  return database;
}

async function open(url: string | undefined, directory: string): Promise<Database> {
  try {
    return await openDatabase(url === undefined ? { directory } : { url });
  } catch (error) {
    throw new SetupError(url === undefined ? unreadable(directory, error) : noAnswer(error));
  }
}

/** The address holds a password, so it is not repeated. */
function noAnswer(error: unknown): string {
  const reason = reasonOf(error);
  return `The database at DATABASE_URL cannot be used (${reason}): start it or correct DATABASE_URL.`;
}

function unreadable(directory: string, error: unknown): string {
  return (
    `The data in ${directory} cannot be opened (${reasonOf(error)}): put a copy back, or begin ` +
    'anew with npm start -- --fresh.'
  );
}

function reasonOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') return code;
  return error instanceof Error ? error.message : String(error);
}
