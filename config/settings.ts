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

/** Where officials sign in: an OpenID Connect provider that knows this installation as a client. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that holds roles such as `sodertalje:registrar`; dots lead into objects. */
  rolesClaim: string;
}

/** Where letters that do not arrive come back to: each has an address of its own behind the name in this one. */
export interface BounceSettings {
  /** `name@domain` */
  address: string;
  /** Shows that such an address is one of ours. */
  secret: string;
}

/** The same where they are taken, by SMTP. */
export interface BounceListenSettings extends BounceSettings {
  port: number;
}

/** Of a server process; everything it needs from outside must be named. */
export interface ServerSettings extends CommonSettings, ListenSettings {
  databaseUrl: string;
  /** host:port */
  temporalAddress: string;
  /** Where people reach the site; without a slash at the end. */
  publicUrl: string;
  /** Without it nobody can sign in. */
  oidc: OidcSettings | undefined;
  /** Without it what comes back goes to the municipalities' senders, for a person to read. */
  bounces: BounceListenSettings | undefined;
}

/** Of a worker process; everything it needs from outside must be named. */
export interface WorkerSettings extends CommonSettings {
  databaseUrl: string;
  /** host:port */
  temporalAddress: string;
  publicUrl: string;
  smtpUrl: string;
  /** The same as the server's, which takes them. */
  bounces: BounceSettings | undefined;
}

/** Of everything on one machine; what nobody names is brought along. */
export interface StartSettings extends CommonSettings, ListenSettings {
  /** PostgreSQL; without it the database is a folder in the data directory. */
  databaseUrl: string | undefined;
  dataDirectory: string | undefined;
  temporalAddress: string | undefined;
  publicUrl: string | undefined;
  smtpUrl: string | undefined;
  /** Without it a provider of made-up people, as long as only this machine reaches the site. */
  oidc: OidcSettings | undefined;
  bounces: BounceListenSettings | undefined;
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

/** Not 25, for which a program needs the right to. */
const defaultBouncePort = 2525;

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535);
const portRule = 'a whole number from 1 to 65535';

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
  BOUNCE_ADDRESS: {
    // Each letter's own part takes 53 of the 64 characters that there are before the @.
    schema: z.string().regex(/^[a-z0-9_-]{1,11}@[a-z0-9-]+(\.[a-z0-9-]+)+$/),
    rule: 'an address in small letters with at most 11 characters before the @, such as studs@studs.example.se',
  },
  BOUNCE_SECRET: {
    schema: z.string().min(32),
    rule: 'a secret of at least 32 characters, the same for server and worker',
  },
  BOUNCE_PORT: { schema: portSchema, rule: portRule },
  PUBLIC_URL: {
    schema: urlOf('http:', 'https:')
      .refine((value) => /^https?:\/\/[^/?#@]+\/?$/.test(value))
      .transform((value) => value.replace(/\/$/, '')),
    rule: 'the address of the site without a path, such as https://samverkan.example.se',
  },
  OIDC_ISSUER: {
    schema: z.string().refine(isSecureOrLocal),
    rule: 'the https address of the OpenID Connect provider, such as https://login.example.se',
  },
  OIDC_CLIENT_ID: { schema: z.string(), rule: 'what the provider calls this installation' },
  OIDC_CLIENT_SECRET: { schema: z.string(), rule: 'the secret shared with the provider' },
  OIDC_ROLES_CLAIM: {
    schema: z.string().regex(/^\S+$/).default('roles'),
    rule: 'the name of the claim that holds roles, such as roles',
  },
  HOST: {
    schema: z.string().regex(/^\S+$/).default('127.0.0.1'),
    rule: 'a host name or an IP address',
  },
  PORT: { schema: z.string().default('3000').pipe(portSchema), rule: portRule },
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
    oidc: readOidc(reader),
    bounces: readBounceListen(reader),
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
    bounces: readBounces(reader),
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
    oidc: readOidc(reader),
    bounces: readBounceListen(reader),
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

/** All of them or none: half a configuration is a fault, not a site where nobody can sign in. */
function readOidc(reader: SettingsReader): OidcSettings | undefined {
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  if (!names.some((name) => reader.isGiven(name))) return undefined;
  return {
    issuer: reader.required('OIDC_ISSUER'),
    clientId: reader.required('OIDC_CLIENT_ID'),
    clientSecret: reader.required('OIDC_CLIENT_SECRET'),
    rolesClaim: reader.required('OIDC_ROLES_CLAIM'),
  };
}

/** Both or none: an address without a secret could be made up by anybody. */
function readBounces(reader: SettingsReader): BounceSettings | undefined {
  const names = ['BOUNCE_ADDRESS', 'BOUNCE_SECRET'] as const;
  if (!names.some((name) => reader.isGiven(name))) return undefined;
  return {
    address: reader.required('BOUNCE_ADDRESS'),
    secret: reader.required('BOUNCE_SECRET'),
  };
}

function readBounceListen(reader: SettingsReader): BounceListenSettings | undefined {
  const bounces = readBounces(reader);
  return bounces && { ...bounces, port: reader.optional('BOUNCE_PORT') ?? defaultBouncePort };
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
    return this.isGiven(name) ? this.required(name) : undefined;
  }

  isGiven(name: SettingName): boolean {
    return this.given(name) !== undefined;
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

/** Secrets and identities travel to it: in the clear only within one machine. */
function isSecureOrLocal(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** Whether a host name, as URLs and `HOST` write it, means this machine alone. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname);
}
