import { configuredMunicipalities } from '../../config/municipalities';
import type { StartOptions } from './options';

export interface Addresses {
  site: string;
  /** host:port */
  temporal: string;
  /** Of Temporal's own pages, where this start has any. */
  ui: string | undefined;
}

/** What a person at the console needs to know once everything is up. */
export function describeAddresses(
  { settings, ports, dataDirectory }: StartOptions,
  { site, temporal, ui }: Addresses,
): string[] {
  const sites = configuredMunicipalities.map(
    ({ municipality }) => [municipality.name, `${site}/${municipality.id}`] as const,
  );
  const mail = settings.smtpUrl ? 'sent by SMTP_URL' : `http://127.0.0.1:${ports.inbox}`;
  const database = settings.databaseUrl ? ' and the database at DATABASE_URL' : '';
  const rows = [
    ...sites,
    ['Mail', mail],
    ['Temporal', `${temporal}, namespace ${settings.temporalNamespace}`],
    ["Temporal's pages", ui ?? noUi(settings.temporalAddress)],
    ['Data', dataDirectory + database],
  ] as const;
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    'Samverkan is up.',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    'Ctrl-C stops it.',
  ];
}

function noUi(temporalAddress: string | undefined): string {
  return temporalAddress === undefined
    ? 'not available with this server (they come with the temporal command line)'
    : 'where the server at TEMPORAL_ADDRESS has them';
}
