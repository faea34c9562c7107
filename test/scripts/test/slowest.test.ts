import { slowestFiles } from '../../../scripts/test/slowest';

const file = (name: string, seconds: number) => ({
  name: `/project/test/${name}.test.ts`,
  startTime: 1_000,
  endTime: 1_000 + seconds * 1000,
});

describe('the slowest files of a run', () => {
  it('come slowest first, as many as asked for, by their path in the project', () => {
    const results = { testResults: [file('quick', 2), file('slow', 83), file('middle', 40)] };
    expect(slowestFiles(results, '/project', 2)).toEqual([
      '  83 s  test/slow.test.ts',
      '  40 s  test/middle.test.ts',
    ]);
  });

  it('are none when nothing ran', () => {
    expect(slowestFiles({ testResults: [] }, '/project')).toEqual([]);
  });
});
