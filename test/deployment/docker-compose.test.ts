import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { readServerSettings, readWorkerSettings } from '../../config/settings';
import { builtServer, format } from '../../scripts/temporal/versions';
import { parse } from 'yaml';
import { goTool } from '../support/go-tool';
import { suiteNeeding } from '../support/suites';
import { composeText, interpolate, operatorSettings, readComposeFile, root } from './compose-file';

const run = promisify(execFile);
const compose = readComposeFile(operatorSettings);
const services = Object.entries(compose.services);

describe('docker-compose.yml', () => {
  it.each(Object.keys(operatorSettings))('asks for %s in a sentence', (name) => {
    const rest: Record<string, string> = { ...operatorSettings, [name]: '' };
    expect(() => interpolate(composeText, rest)).toThrow(new RegExp(`^${name}: [A-Z].{20,}`));
  });

  it('carries no secret of its own', () => {
    const secret = /^\s*\w*(PASSWORD|PWD|SECRET|TOKEN|KEY)\w*:\s*(?!'?\$\{\w+:(\?|-\}))\S/m;
    expect(composeText).not.toMatch(secret);
    expect(composeText).not.toMatch(/:\/\/[^\s:/]+:(?!\$\{)[^\s@]+@(?!mail\.example\.se)/);
  });

  it('waits only for services there are, and only for health that is checked', () => {
    const waits = services.flatMap(([name, { depends_on: on = {} }]) =>
      Object.entries(on).map(([other, { condition }]) => ({ name, other, condition })),
    );
    expect(waits.length).toBeGreaterThan(0);
    for (const { other, condition } of waits) {
      const service = compose.services[other];
      expect(service).toBeDefined();
      if (condition === 'service_healthy') expect(service?.healthcheck).toBeDefined();
      // What never ends never completes.
      if (condition === 'service_completed_successfully') {
        expect(service?.restart ?? 'no').not.toBe('unless-stopped');
      }
    }
  });

  it('checks the health of everything that keeps running', () => {
    const lasting = services.filter(([, { restart }]) => restart === 'unless-stopped');
    expect(lasting.map(([name]) => name).sort()).toEqual([
      'postgres',
      'server',
      'temporal',
      'worker',
    ]);
    for (const [, { healthcheck }] of lasting) expect(healthcheck?.test[0]).toBe('CMD');
  });

  it('publishes the site and where bounces are taken, on this machine alone', () => {
    const published = services.flatMap(([name, { ports = [] }]) =>
      ports.map((port) => `${name} ${port}`),
    );
    expect(published).toEqual(['server 127.0.0.1:3000:3000', 'server 127.0.0.1::2525']);
  });

  it('keeps databases and Temporal on a network without a way out', () => {
    expect(compose.networks['inside']).toMatchObject({ internal: true });
    for (const name of ['postgres', 'databases', 'temporal-schema', 'temporal']) {
      expect(compose.services[name]?.networks).toEqual(['inside']);
    }
  });

  it('runs the Temporal server that is tested, with the schema tool of its version', () => {
    expect(compose.services['temporal']?.image).toBe(`temporalio/server:${format(builtServer)}`);
    expect(compose.services['temporal-schema']?.image).toBe(
      `temporalio/admin-tools:${format(builtServer)}`,
    );
  });

  it('names the files it runs and mounts', () => {
    const files = services.flatMap(([, { command = [], healthcheck, volumes = [] }]) => [
      ...[...command, ...(healthcheck?.test ?? [])].filter((part) => /^[\w/-]+\.ts$/.test(part)),
      ...volumes.map((volume) => volume.split(':')[0]!).filter((part) => part.startsWith('./')),
    ]);
    const mounted = services.flatMap(([, { entrypoint = [], environment = {} }]) =>
      [...entrypoint, ...Object.values(environment)].filter((part) =>
        part.startsWith('/deployment/'),
      ),
    );
    expect(files).toContain('server/main.ts');
    expect(files).toContain('worker/main.ts');
    expect(mounted.length).toBeGreaterThan(0);
    const all = [
      ...files,
      ...mounted.map((file) => file.replace('/deployment/', 'scripts/deployment/')),
    ];
    expect(all.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('gives server and worker settings they accept', () => {
    const server = readServerSettings(compose.services['server']?.environment ?? {});
    expect(server).toMatchObject({ host: '0.0.0.0', port: 3000, temporalAddress: 'temporal:7233' });
    const worker = readWorkerSettings(compose.services['worker']?.environment ?? {});
    expect(worker.databaseUrl).toBe(server.databaseUrl);
    expect(worker.temporalTaskQueue).toBe(server.temporalTaskQueue);
  });
});

describe('the image', () => {
  it('is made of everything that server and worker import', () => {
    const ignored = readFileSync(path.join(root, '.dockerignore'), 'utf8');
    const kept = [...ignored.matchAll(/^!(.+)$/gm)].map((match) => match[1]!);
    const needed = ['activities', 'config', 'database', 'domain', 'forms-ui', 'scripts'];
    expect(kept).toEqual(expect.arrayContaining([...needed, 'server', 'worker', 'workflows']));
    expect(kept.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});

/** Building the reader takes a while the first time. */
const BUILD_LIMIT_MS = 300_000;

const hasDockerCompose = spawnSync('docker', ['compose', 'version']).status === 0;
const suite = hasDockerCompose ? describe : suiteNeeding('go');

/** Docker Compose, or else the library it reads its files with. */
async function composeCommand(file: string): Promise<[program: string, args: string[]]> {
  if (hasDockerCompose) {
    return ['docker', ['compose', '--project-directory', root, '--file', file, 'config']];
  }
  const source = 'github.com/compose-spec/compose-go/v2/cmd@v2.16.2';
  return [await goTool('compose-spec', source), [file]];
}

suite('Docker Compose', () => {
  let directory: string;

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'samverkan-compose-'));
    await composeCommand('');
  }, BUILD_LIMIT_MS);

  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  async function read(text: string): Promise<string> {
    const file = path.join(directory, 'docker-compose.yml');
    writeFileSync(file, interpolate(text, operatorSettings));
    const [program, args] = await composeCommand(file);
    return (await run(program, args, { cwd: root })).stdout;
  }

  it('reads the file', async () => {
    const model = parse(await read(composeText)) as { services: object };
    expect(Object.keys(model.services).sort()).toEqual(services.map(([name]) => name).sort());
  });

  it('refuses a service with a setting it does not know', async () => {
    const broken = composeText.replace('restart: unless-stopped', 'restarts: unless-stopped');
    expect(broken).not.toBe(composeText);
    await expect(read(broken)).rejects.toThrow(/restarts/);
  });
});
