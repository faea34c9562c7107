import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../database/open';
import { startInbox } from '../../scripts/inbox';
import { findFreeRow } from '../../scripts/temporal/free-ports';
import { endRecordedProcess } from '../../scripts/temporal/process-record';
import { eventually } from '../support/eventually';
import { OwnProcess } from '../support/own-process';
import { allMails, Mailbox, walkWholeCase, type Walk } from '../support/people';
import { expectNothingLostNothingTwice } from '../support/whole-record';

const cases = 20;
const kills = 5;

/** `npm start` as a newcomer runs it, with PGlite, killed again and again while people use it. */
describe('the whole process, killed at random under load', () => {
  let data: string;
  let system: OwnProcess;
  let mailbox: Mailbox;
  let url: string;
  let inboxUrl: string;

  beforeAll(async () => {
    data = await mkdtemp(path.join(tmpdir(), 'samverkan-kills-'));
    const port = await findFreeRow(4);
    url = `http://127.0.0.1:${port}`;
    inboxUrl = `http://127.0.0.1:${port + 1}`;
    system = new OwnProcess('scripts/start.ts', ['--port', String(port), '--data', data], {
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
    });
    system.start();
    await untilReady();
    mailbox = new Mailbox(inboxUrl);
  }, 120_000);

  afterAll(async () => {
    await mailbox.close();
    await system.kill();
    await endRecordedProcess(path.join(data, 'temporal'));
    await rm(data, { recursive: true, force: true });
  });

  it('loses nothing and does nothing twice', async () => {
    const walks = Array.from({ length: cases }, (_, i) =>
      walkWholeCase(url, mailbox, `number-${i}`, i % 4 === 3 ? 'refuse' : 'approve'),
    );
    const done = Promise.all(walks);
    // Handled below; a walk that fails early must not end the process here.
    done.catch(() => {});
    const lives: number[] = [];
    for (let i = 0; i < kills; i += 1) {
      // Every third kill may come while it is still starting.
      if (i % 3 !== 2) await untilReady();
      lives.push(await killAndStartAgain());
    }
    const walked = await done.catch((error: unknown) => {
      throw new Error(`after lives of ${lives.join(', ')} ms; ${system.said}`, { cause: error });
    });
    await mailbox.close();
    // The last kill may have come after the last walk's end: what is still starting cannot be asked to end.
    await untilReady();
    expect(await system.stop()).toBe(0);
    await expectRecord(walked);
  }, 400_000);

  /** Returns after how many milliseconds it was killed. */
  async function killAndStartAgain(): Promise<number> {
    const life = Math.round(300 + Math.random() * 3_000);
    await sleep(life);
    expect(system.isRunning).toBe(true);
    await system.kill();
    system.start();
    return life;
  }

  async function untilReady(): Promise<void> {
    await eventually(
      'every part is up',
      async () => !system.isRunning || (await fetch(`${url}/health/ready`)).ok,
      { timeoutMs: 100_000, intervalMs: 200 },
    );
    if (!system.isRunning) throw new Error(`It ended by itself: ${system.said}`);
  }

  async function expectRecord(walked: readonly Walk[]): Promise<void> {
    const database = await openDatabase({ directory: path.join(data, 'database') });
    const directory = path.join(data, 'inbox');
    const inbox = await startInbox({ smtpPort: 0, httpPort: 0, directory });
    try {
      await expectNothingLostNothingTwice(database, await allMails(inbox.url), walked);
    } finally {
      await inbox.stop();
      await database.close();
    }
  }
});
