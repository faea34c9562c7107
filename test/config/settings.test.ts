import {
  readServerSettings,
  readStartSettings,
  readWorkerSettings,
  SettingsError,
} from '../../config/settings';

const complete = {
  DATABASE_URL: 'postgres://app:secret@db:5432/samverkan',
  TEMPORAL_ADDRESS: 'temporal:7233',
  PUBLIC_URL: 'https://samverkan.example.se/',
  SMTP_URL: 'smtp://mail:587',
};

const provider = {
  OIDC_ISSUER: 'https://login.example.se',
  OIDC_CLIENT_ID: 'samverkan',
  OIDC_CLIENT_SECRET: 'hemligt',
};

const bounceMailbox = {
  BOUNCE_ADDRESS: 'studs@studs.example.se',
  BOUNCE_SECRET: 'hemligt-hemligt-hemligt-hemligt-',
};

function faultsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

test('nothing needs to be set to start on one machine', () => {
  expect(readStartSettings({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    trustedProxies: 0,
    temporalNamespace: 'default',
    temporalTaskQueue: 'samverkan',
    logLevel: 'warn',
  });
});

test('server and worker read what they are given', () => {
  const given = { ...complete, PORT: ' 8080 ', TRUSTED_PROXIES: '1', LOG_LEVEL: 'warn' };
  expect(readServerSettings(given)).toEqual({
    databaseUrl: complete.DATABASE_URL,
    temporalAddress: 'temporal:7233',
    temporalNamespace: 'default',
    temporalTaskQueue: 'samverkan',
    publicUrl: 'https://samverkan.example.se',
    host: '127.0.0.1',
    port: 8080,
    trustedProxies: 1,
    logLevel: 'warn',
  });
  expect(readWorkerSettings(complete).smtpUrl).toBe('smtp://mail:587');
});

test('all missing settings are named at once', () => {
  const names = faultsOf(() => readWorkerSettings({ SMTP_URL: '' })).map((fault) => {
    expect(fault).toMatch(/^[A-Z_]+ is not set; it must be .+\.$/);
    return fault.split(' ')[0];
  });
  expect(names).toEqual(['DATABASE_URL', 'TEMPORAL_ADDRESS', 'PUBLIC_URL', 'SMTP_URL']);
});

test.each([
  ['DATABASE_URL', 'mysql://x'],
  ['DATABASE_URL', 'hemligt'],
  ['TEMPORAL_ADDRESS', 'http://temporal:7233'],
  ['TEMPORAL_ADDRESS', 'temporal'],
  ['TEMPORAL_NAMESPACE', 'two words'],
  ['TEMPORAL_TASK_QUEUE', 'a/b'],
  ['SMTP_URL', 'mail:587'],
  ['PUBLIC_URL', 'samverkan.example.se'],
  ['PUBLIC_URL', 'https://samverkan.example.se/path'],
  ['PUBLIC_URL', 'https://samverkan.example.se/#x'],
  ['HOST', 'a b'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['TRUSTED_PROXIES', 'yes'],
  ['TRUSTED_PROXIES', '-1'],
  ['LOG_LEVEL', 'loud'],
  ['OIDC_ISSUER', 'http://login.example.se'],
  ['OIDC_ISSUER', 'login.example.se'],
  ['OIDC_ROLES_CLAIM', 'two words'],
  ['BOUNCE_ADDRESS', 'studs.example.se'],
  ['BOUNCE_ADDRESS', 'Studs@studs.example.se'],
  ['BOUNCE_ADDRESS', 'tolv_tecken_@studs.example.se'],
  ['BOUNCE_SECRET', 'short'],
  ['BOUNCE_PORT', '0'],
])('%s does not take %s, and the fault does not repeat it', (name, value) => {
  const faults = faultsOf(() =>
    readStartSettings({ ...provider, ...bounceMailbox, [name]: value }),
  );
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^${name} must be .+\\.$`));
  expect(faults[0]).not.toContain(` ${value}.`);
});

test('a provider of sign-in is named as a whole or not at all', () => {
  expect(readServerSettings(complete).oidc).toBeUndefined();
  expect(readServerSettings({ ...complete, ...provider }).oidc).toEqual({
    issuer: 'https://login.example.se',
    clientId: 'samverkan',
    clientSecret: 'hemligt',
    rolesClaim: 'roles',
  });
  for (const missing of Object.keys(provider)) {
    const given = { ...complete, ...provider, [missing]: '' };
    const faults = faultsOf(() => readServerSettings(given));
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([missing]);
  }
});

test('bounces have an address and a secret or neither, and a port where they are taken', () => {
  const bounces = bounceMailbox;
  const read = { address: bounces.BOUNCE_ADDRESS, secret: bounces.BOUNCE_SECRET };
  const given = { ...complete, ...bounces };
  expect(readWorkerSettings(complete).bounces).toBeUndefined();
  expect(readServerSettings(complete).bounces).toBeUndefined();
  expect(readWorkerSettings(given).bounces).toEqual(read);
  expect(readServerSettings(given).bounces).toEqual({ ...read, port: 2525 });
  expect(readStartSettings({ ...bounces, BOUNCE_PORT: '25' }).bounces).toEqual({
    ...read,
    port: 25,
  });
  for (const missing of Object.keys(bounces)) {
    const faults = faultsOf(() => readWorkerSettings({ ...given, [missing]: '' }));
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([missing]);
  }
});

test('a provider may do without https on this machine alone', () => {
  for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
    const given = { ...complete, ...provider, OIDC_ISSUER: `http://${host}:8080/realm` };
    expect(readServerSettings(given).oidc?.issuer).toBe(given.OIDC_ISSUER);
  }
});

test('several faults are reported together', () => {
  const faults = faultsOf(() => readServerSettings({ ...complete, PORT: 'x', LOG_LEVEL: 'x' }));
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual(['LOG_LEVEL', 'PORT']);
});
