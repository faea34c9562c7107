/** Where a Temporal server keeps its workflows. */
export type TemporalStore =
  | { kind: 'sqlite' }
  | {
      kind: 'postgres';
      host: string;
      port: number;
      user: string;
      password?: string;
      /** Both must exist and carry Temporal's schema. */
      databases: { main: string; visibility: string };
    };

/** The file of the SQLite store, inside the server's directory. */
export const sqliteFileName = 'temporal.sqlite';
export const configFileName = 'temporal.yaml';
export const dynamicConfigFileName = 'dynamic.yaml';

/** Ports a server needs, in the order in which `serverConfig` takes them. */
export const portCount = 9;

/**
 * The configuration of a Temporal server with its four services in one process, as JSON (which is
 * YAML). File names are relative to the server's working directory: its SQLite driver would
 * misread a path with `?`, `#` or `\`.
 */
export function serverConfig(grpcPort: number, ports: readonly number[], store: TemporalStore) {
  const [http, ...rest] = ports;
  const internal = (index: number) => ({
    rpc: { grpcPort: rest[index], membershipPort: rest[index + 1], bindOnLocalHost: true },
  });
  const frontend = {
    rpc: { grpcPort, membershipPort: rest[0], httpPort: http, bindOnLocalHost: true },
  };
  return JSON.stringify(
    {
      log: { stdout: true, level: 'warn' },
      persistence: persistence(store),
      // A short time to join: members of the last run that are gone are soon given up.
      global: { membership: { maxJoinDuration: '3s', broadcastAddress: '127.0.0.1' } },
      services: {
        frontend,
        matching: internal(1),
        history: internal(3),
        worker: internal(5),
      },
      clusterMetadata: {
        enableGlobalNamespace: false,
        failoverVersionIncrement: 10,
        masterClusterName: 'active',
        currentClusterName: 'active',
        clusterInformation: {
          active: {
            enabled: true,
            initialFailoverVersion: 1,
            rpcName: 'frontend',
            rpcAddress: `127.0.0.1:${grpcPort}`,
            httpAddress: `127.0.0.1:${http}`,
          },
        },
      },
      dcRedirectionPolicy: { policy: 'noop' },
      archival: {
        history: { state: 'disabled', enableRead: false },
        visibility: { state: 'disabled', enableRead: false },
      },
      dynamicConfigClient: { filepath: dynamicConfigFileName, pollInterval: '60s' },
    },
    null,
    2,
  );
}

/** Settings a server rereads while it runs. Skipping time is off unless it is asked for. */
export function dynamicConfig(timeSkipping: boolean): string {
  const settings = dynamicSettings(timeSkipping);
  const entries = Object.entries(settings).map(([name, value]) => [name, [{ value }]] as const);
  return JSON.stringify(Object.fromEntries(entries), null, 2);
}

/** The same settings by name, for a command line. */
export function dynamicSettings(timeSkipping: boolean): Record<string, string | boolean> {
  return {
    // A new namespace is usable only when each service has reread its list.
    'system.namespaceCacheRefreshInterval': '1s',
    'system.forceSearchAttributesCacheRefreshOnRead': true,
    ...(timeSkipping && {
      'frontend.WorkflowTimeSkippingEnabled': true,
      // A timer that is skipped to is put off by this much (otherwise a second each).
      'history.timerProcessorMaxTimeShift': '10ms',
    }),
  };
}

function persistence(store: TemporalStore) {
  const [main, visibility] = store.kind === 'sqlite' ? sqliteStores() : postgresStores(store);
  return {
    defaultStore: 'main',
    visibilityStore: 'visibility',
    // Fixed for ever by the first start on a store.
    numHistoryShards: store.kind === 'sqlite' ? 1 : 4,
    datastores: { main: { sql: main }, visibility: { sql: visibility } },
  };
}

function sqliteStores() {
  const file = {
    pluginName: 'sqlite',
    databaseName: sqliteFileName,
    connectAddr: 'localhost',
    connectProtocol: 'tcp',
    connectAttributes: { cache: 'private', setup: 'true', journal_mode: 'wal', synchronous: '2' },
    maxConns: 1,
    maxIdleConns: 1,
    maxConnLifetime: '1h',
  };
  return [file, file] as const;
}

function postgresStores(store: Extract<TemporalStore, { kind: 'postgres' }>) {
  const database = (databaseName: string, maxConns: number) => ({
    pluginName: 'postgres12',
    databaseName,
    connectAddr: `${store.host}:${store.port}`,
    connectProtocol: 'tcp',
    user: store.user,
    password: store.password ?? '',
    maxConns,
    maxIdleConns: maxConns,
    maxConnLifetime: '1h',
  });
  return [database(store.databases.main, 20), database(store.databases.visibility, 4)] as const;
}
