import { keepRunning, keepTrying, type Part } from '../../worker/keep-running';
import { eventually } from '../support/eventually';

/** A part whose end the test decides. */
class TestPart implements Part {
  stopped = false;
  end!: (error?: Error) => void;
  readonly ended = new Promise<void>((resolve, reject) => {
    this.end = (error) => (error ? reject(error) : resolve());
  });

  async stop(): Promise<void> {
    this.stopped = true;
    this.end();
    await this.ended;
  }
}

let parts: TestPart[];
let faults: unknown[];

beforeEach(() => {
  parts = [];
  faults = [];
});

const options = {
  onFault: (error: unknown) => faults.push(error),
  begin: () => {
    const part = new TestPart();
    parts.push(part);
    return Promise.resolve(part);
  },
};

test('a part that ends unasked begins again, whether it ended well or not', async () => {
  const kept = await keepRunning(options);
  parts[0]?.end(new Error('broke'));
  await eventually('a second begins', () => parts.length === 2);
  parts[1]?.end();
  await eventually('a third begins', () => parts.length === 3);
  expect(faults).toEqual([new Error('broke'), undefined]);
  await kept.stop();
  expect(parts[2]?.stopped).toBe(true);
  expect(parts).toHaveLength(3);
});

test('a part that cannot begin the first time is a fault of the caller', async () => {
  const begin = () => Promise.reject(new Error('no server'));
  await expect(keepRunning({ ...options, begin })).rejects.toThrow('no server');
});

test('keepTrying begins later what cannot begin now', async () => {
  let attempts = 0;
  const begin = () => {
    attempts += 1;
    return attempts < 3 ? Promise.reject(new Error('no server')) : options.begin();
  };
  const kept = keepTrying({ ...options, begin });
  await eventually('it has begun', () => parts.length === 1);
  expect(faults).toHaveLength(2);
  await kept.stop();
  expect(parts[0]?.stopped).toBe(true);
});

test('stopping ends the waiting for another attempt', async () => {
  const begin = () => Promise.reject(new Error('no server'));
  const kept = keepTrying({ ...options, begin });
  await eventually('it waits', () => faults.length >= 2);
  const askedAt = Date.now();
  await kept.stop();
  expect(Date.now() - askedAt).toBeLessThan(900);
});

test('a part that was still beginning when it was told to stop is stopped', async () => {
  let finish: (() => void) | undefined;
  const begin = async () => {
    await new Promise<void>((resolve) => (finish = resolve));
    return options.begin();
  };
  const kept = keepTrying({ ...options, begin });
  await eventually('it is beginning', () => finish !== undefined);
  const stopped = kept.stop();
  finish?.();
  await stopped;
  expect(parts[0]?.stopped).toBe(true);
});
