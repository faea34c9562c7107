import { z } from 'zod';

/** What server and worker share. */
export interface CommonSettings {
  temporalNamespace: string;
  temporalTaskQueue: string;
  logLevel: LogLevel;
}

/** Where the site listens. */
export interface ListenSettings {
  host: string;
  port: number;
  /** How many proxies stand before it and name the visitor's address; 0 when none does. */
  trustedProxies: number;
}

/** Of a server process; everything it needs from outside must be named. */
export interface ServerSettings extends CommonSettings, ListenSettings {
  databaseUrl: string;
  /** host:port */
  temporalAddress: string;
  /** Where people reach the site; without a slash at the end. */
  publicUrl: string;
}

/** Of a worker process; everything it needs from outside must be named. */
export interface WorkerSettings extends CommonSettings {
  databaseUrl: string;
  /** host:port */
  temporalAddress: string;
  publicUrl: string;
  smtpUrl: string;
}

/** Of everything on one machine; what nobody names is brought along. */
export interface StartSettings extends CommonSettings, ListenSettings {
  /** PostgreSQL; without it the database is a folder in the data directory. */
  databaseUrl: string | undefined;
  dataDirectory: string | undefined;
  temporalAddress: string | undefined;
  publicUrl: string | undefined;
  smtpUrl: string | undefined;
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The environment cannot be used; one sentence for each fault, naming the setting. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** The faults' sentences, when it is settings that are at fault. */
export function explainSettings(error: unknown): string | undefined {
  return error instanceof SettingsError ? error.message : undefined;
}

/** `rule` ends the sentence "X must be …". */
const settings = {
  DATABASE_URL: {
    schema: urlOf('postgres:', 'postgresql:'),
    rule: 'a PostgreSQL address such as postgres://name:password@host:5432/database',
  },
  DATA_DIR: { schema: z.string(), rule: 'a directory' },
  TEMPORAL_ADDRESS: {
    schema: z.string().regex(/^[^\s:/]+:\d{1,5}$|^\[[\da-f:]+\]:\d{1,5}$/i),
    rule: 'a host and a port such as 127.0.0.1:7233, without http://',
  },
  TEMPORAL_NAMESPACE: {
    schema: z
      .string()
      .regex(/^[\w.-]+$/)
      .default('default'),
    rule: 'a name of letters, digits, dots and hyphens',
  },
  TEMPORAL_TASK_QUEUE: {
    schema: z
      .string()
      .regex(/^[\w.-]+$/)
      .default('samverkan'),
    rule: 'a name of letters, digits, dots and hyphens',
  },
  SMTP_URL: {
    schema: urlOf('smtp:', 'smtps:'),
    rule: 'a mail server address such as smtp://name:password@host:587',
  },
  PUBLIC_URL: {
    schema: urlOf('http:', 'https:')
      .refine((value) => /^https?:\/\/[^/?#@]+\/?$/.test(value))
      .transform((value) => value.replace(/\/$/, '')),
    rule: 'the address of the site without a path, such as https://samverkan.example.se',
  },
  HOST: {
    schema: z.string().regex(/^\S+$/).default('127.0.0.1'),
    rule: 'a host name or an IP address',
  },
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .default('3000')
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535),
    rule: 'a whole number from 1 to 65535',
  },
  TRUSTED_PROXIES: {
    schema: z.string().regex(/^\d$/).default('0').transform(Number),
    rule: 'the number of proxies before the site, from 0 to 9',
  },
  LOG_LEVEL: { schema: z.enum(logLevels), rule: `one of ${logLevels.join(', ')}` },
} satisfies Record<string, { schema: z.ZodType; rule: string }>;

type SettingName = keyof typeof settings;
type Value<Name extends SettingName> = z.output<(typeof settings)[Name]['schema']>;
type Environment = Readonly<Record<string, string | undefined>>;

/** @throws {SettingsError} with all faults at once */
export function readServerSettings(environment: Environment = process.env): ServerSettings {
  return read(environment, (reader) => ({
    ...readCommon(reader),
    ...readListen(reader),
    databaseUrl: reader.required('DATABASE_URL'),
    temporalAddress: reader.required('TEMPORAL_ADDRESS'),
    publicUrl: reader.required('PUBLIC_URL'),
  }));
}

/** @throws {SettingsError} with all faults at once */
export function readWorkerSettings(environment: Environment = process.env): WorkerSettings {
  return read(environment, (reader) => ({
    ...readCommon(reader),
    databaseUrl: reader.required('DATABASE_URL'),
    temporalAddress: reader.required('TEMPORAL_ADDRESS'),
    publicUrl: reader.required('PUBLIC_URL'),
    smtpUrl: reader.required('SMTP_URL'),
  }));
}

/** @throws {SettingsError} with all faults at once */
export function readStartSettings(environment: Environment = process.env): StartSettings {
  return read(environment, (reader) => ({
    // The console belongs to people there.
    ...readCommon(reader, 'warn'),
    ...readListen(reader),
    databaseUrl: reader.optional('DATABASE_URL'),
    dataDirectory: reader.optional('DATA_DIR'),
    temporalAddress: reader.optional('TEMPORAL_ADDRESS'),
    publicUrl: reader.optional('PUBLIC_URL'),
    smtpUrl: reader.optional('SMTP_URL'),
  }));
}

function readCommon(reader: SettingsReader, logLevel: LogLevel = 'info'): CommonSettings {
  return {
    temporalNamespace: reader.required('TEMPORAL_NAMESPACE'),
    temporalTaskQueue: reader.required('TEMPORAL_TASK_QUEUE'),
    logLevel: reader.optional('LOG_LEVEL') ?? logLevel,
  };
}

function readListen(reader: SettingsReader): ListenSettings {
  return {
    host: reader.required('HOST'),
    port: reader.required('PORT'),
    trustedProxies: reader.required('TRUSTED_PROXIES'),
  };
}

function read<T>(environment: Environment, build: (reader: SettingsReader) => T): T {
  const reader = new SettingsReader(environment);
  const result = build(reader);
  if (reader.faults.length > 0) throw new SettingsError(reader.faults);
  return result;
}

/** Collects faults instead of stopping at the first. It never repeats a value: some are secrets. */
class SettingsReader {
  readonly faults: string[] = [];

  constructor(private readonly environment: Environment) {}

  optional<Name extends SettingName>(name: Name): Value<Name> | undefined {
    return this.given(name) === undefined ? undefined : this.required(name);
  }

  /** After a fault the value is meaningless; `read` then throws. */
  required<Name extends SettingName>(name: Name): Value<Name> {
    const { schema, rule } = settings[name];
    const given = this.given(name);
    const parsed = schema.safeParse(given);
    const fault = given === undefined ? 'is not set; it must be' : 'must be';
    if (!parsed.success) this.faults.push(`${name} ${fault} ${rule}.`);
    return parsed.data as Value<Name>;
  }

  /** An empty setting counts as not set. */
  private given(name: SettingName): string | undefined {
    return this.environment[name]?.trim() || undefined;
  }
}

function urlOf(...protocols: readonly string[]) {
  return z.string().refine((value) => {
    return URL.canParse(value) && protocols.includes(new URL(value).protocol);
  });
}
