import { rm } from 'node:fs/promises';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { findTemporalBinary } from '../../scripts/temporal/find-server';
import {
  startTemporalServer,
  type RunningTemporalServer,
} from '../../scripts/temporal/server-process';
import { findFreePorts } from '../../scripts/temporal/free-ports';
import { namespace, type TestTemporal } from './temporal';

/** A Temporal server that a test may kill, start again and rob of its file. Always on the same port. */
export class OwnTemporal {
  private constructor(
    private readonly directory: string,
    private readonly grpcPort: number,
    private server: RunningTemporalServer | undefined,
  ) {}

  static async start(): Promise<OwnTemporal> {
    const directory = await mkdtemp(path.join(tmpdir(), 'samverkan-temporal-'));
    const [grpcPort = 0] = await findFreePorts(1);
    const own = new OwnTemporal(directory, grpcPort, undefined);
    await own.begin();
    return own;
  }

  async connect(): Promise<TestTemporal> {
    const address = `127.0.0.1:${this.grpcPort}`;
    const connection = await Connection.connect({ address });
    const client = new Client({ connection, namespace });
    return { address, namespace, client, close: () => connection.close() };
  }

  async begin(): Promise<void> {
    this.server = await startTemporalServer({
      binary: await findTemporalBinary({ report: () => {} }),
      directory: path.join(this.directory, 'server'),
      grpcPort: this.grpcPort,
      timeSkipping: true,
      store: { kind: 'sqlite' },
    });
  }

  async kill(): Promise<void> {
    await this.server?.stop('SIGKILL');
    this.server = undefined;
  }

  /** Everything it knew is gone. */
  async loseEverything(): Promise<void> {
    await this.kill();
    await rm(path.join(this.directory, 'server'), { recursive: true });
  }

  async remove(): Promise<void> {
    await this.server?.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}
