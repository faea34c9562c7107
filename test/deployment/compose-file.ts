import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

/** The parts of a compose file that are looked at here. */
export interface ComposeFile {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, { internal?: boolean } | null>;
}

export interface Service {
  image: string;
  command?: string[];
  entrypoint?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  ports?: string[];
  volumes?: string[];
  networks: string[];
  restart?: string;
}

export const root = path.resolve(import.meta.dirname, '../..');
export const composeText = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');

/** What an operator has to name, with values a test can recognise. */
export const operatorSettings = {
  POSTGRES_PASSWORD: 'postgresSecret1',
  SAMVERKAN_DATABASE_PASSWORD: 'samverkanSecret2',
  TEMPORAL_DATABASE_PASSWORD: 'temporalSecret3',
  PUBLIC_URL: 'https://samverkan.example.se',
  SMTP_URL: 'smtp://127.0.0.1:2525',
};

/**
 * The file's text with its variables filled in, as Docker does it.
 * @throws Error with the file's own sentence when a required one is missing
 */
export function interpolate(text: string, environment: Record<string, string>): string {
  return text.replace(
    /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
    (_match, name: string, kind: string | undefined, rest: string | undefined) => {
      const value = environment[name];
      if (value) return value;
      if (kind === '-') return rest ?? '';
      throw new Error(`${name}: ${rest ?? 'is missing'}`);
    },
  );
}

/** The file as Docker reads it with these settings. */
export function readComposeFile(environment: Record<string, string>): ComposeFile {
  return parse(interpolate(composeText, environment), { merge: true }) as ComposeFile;
}
