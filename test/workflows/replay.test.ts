import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Worker, type ReplayResult } from '@temporalio/worker';
import { buildAll } from '../../scripts/build/index';
import { projectRoot } from '../../scripts/project';
import { failureConverterPath } from '../../worker/run';
import { installRuntime } from '../../worker/runtime';

/** Cases that are under way must go on with new code: these histories were recorded from such cases. */
const directory = path.join(projectRoot, 'test', 'histories');

type Bundle = { codePath: string } | { code: string };

async function replay(bundle: Bundle, branch: string): Promise<ReplayResult[]> {
  const runs = JSON.parse(await readFile(path.join(directory, branch), 'utf8')) as unknown[];
  const histories = runs.map((history, i) => ({ workflowId: `${branch}/${i}`, history }));
  const results: ReplayResult[] = [];
  for await (const result of Worker.runReplayHistories(
    { workflowBundle: bundle, dataConverter: { failureConverterPath } },
    histories,
  )) {
    results.push(result);
  }
  expect(results).toHaveLength(runs.length);
  return results;
}

/** The workflows as they are but for one change of a source, bundled. */
async function bundleChanged(change: (accession: string) => string): Promise<{ code: string }> {
  await mkdir(path.join(projectRoot, '.build'), { recursive: true });
  const copy = await mkdtemp(path.join(projectRoot, '.build', 'changed-'));
  try {
    await cp(path.join(projectRoot, 'workflows'), path.join(copy, 'workflows'), {
      recursive: true,
    });
    await symlink(path.join(projectRoot, 'domain'), path.join(copy, 'domain'));
    const file = path.join(copy, 'workflows', 'accession.ts');
    await writeFile(file, change(await readFile(file, 'utf8')));
    return await bundleWorkflowCode({
      workflowsPath: path.join(copy, 'workflows', 'index.ts'),
      failureConverterPath,
      logger: new DefaultLogger('WARN'),
    });
  } finally {
    await rm(copy, { recursive: true });
  }
}

/** Makes the agreement after the signature was asked for, instead of before. */
function reorder(accession: string): string {
  const step = /^ {2}await makeDocument\(.*\);\n/m.exec(accession)?.[0];
  if (!step) throw new Error('the accession makes its agreement in another way now');
  return accession
    .replace(step, '')
    .replace("  return 'confirm';\n", `${step}  return 'confirm';\n`);
}

describe('recorded histories', () => {
  beforeAll(() => installRuntime('error'));

  it('replay with the workflows of today', async () => {
    const { workflowBundlePath } = await buildAll(() => {});
    const branches = await readdir(directory);
    expect(branches).toContain('approved-and-signed.json');
    for (const branch of branches) {
      const failed = (await replay({ codePath: workflowBundlePath }, branch)).filter(
        ({ error }) => error,
      );
      expect(failed).toEqual([]);
    }
  });

  it.each(['agreement-wheel-continued', 'follow-up-told-to-all'])(
    'of %s go on in a new run',
    async (branch) => {
      const text = await readFile(path.join(directory, `${branch}.json`), 'utf8');
      const runs = JSON.parse(text) as { events: { eventType: string }[] }[];
      expect(runs.length).toBeGreaterThan(1);
      for (const { events } of runs.slice(0, -1)) {
        expect(events.at(-1)?.eventType).toMatch(/CONTINUED_AS_NEW$/);
      }
    },
  );

  it('do not replay when two activities have changed places', async () => {
    const unchanged = await bundleChanged((accession) => accession);
    const changed = await bundleChanged(reorder);
    const errors = async (bundle: Bundle) =>
      (await replay(bundle, 'approved-and-signed.json')).map(({ error }) => error?.name);
    expect(await errors(unchanged)).toEqual([undefined, undefined]);
    expect(await errors(changed)).toContain('DeterminismViolationError');
  });

  it('name no machine and no person', async () => {
    for (const branch of await readdir(directory)) {
      const text = await readFile(path.join(directory, branch), 'utf8');
      const identities = [...text.matchAll(/"identity":"([^"]*)"/g)].map((match) => match[1]);
      expect(identities.filter((each) => !/^(samverkan-[a-z]+|recorder)$/.test(each!))).toEqual([]);
      const payloads = [...text.matchAll(/"data":"([^"]*)"/g)].map((match) =>
        Buffer.from(match[1]!, 'base64').toString(),
      );
      expect(`${text}${payloads.join()}`).not.toMatch(/\.example|Lyktan|Berg/);
    }
  });
});
