import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createPdfPool, type PdfPool } from '../../activities/documents/pdf-pool';
import { renderPdf } from '../../activities/documents/render/render-pdf';
import { aDecision, aDocument } from './documents';

const letter = aDecision('sv', 'refuse');
/** More than a thread of 96 MB can hold. */
const enormous = aDocument([{ kind: 'paragraph', text: 'ett två tre '.repeat(400_000) }]);

describe('createPdfPool', () => {
  let pool: PdfPool;

  beforeEach(() => {
    pool = createPdfPool({ size: 2, memoryMb: 96 });
  });

  afterEach(async () => {
    await pool.close();
  });

  it('renders many documents at once, each its own, as the renderer does by itself', async () => {
    const contents = Array.from({ length: 12 }, (_, i) =>
      aDocument([], { title: `Dokument ${i}` }),
    );
    const pooled = await Promise.all(contents.map((content) => pool.render(content)));
    const alone = await Promise.all(contents.map(renderPdf));
    expect(pooled.map((pdf) => pdf.toString('latin1'))).toEqual(
      alone.map((pdf) => pdf.toString('latin1')),
    );
  });

  it('rejects content that cannot be rendered and goes on in the same thread', async () => {
    await expect(pool.render({ ...letter, createdAt: 'i går' })).rejects.toThrow('Invalid time');
    await expect(pool.render(letter)).resolves.toBeInstanceOf(Buffer);
  });

  it('rejects only the job that a thread dies of, and replaces the thread', async () => {
    const before = pool.render(letter);
    const fatal = [pool.render(enormous), pool.render(enormous)];
    const after = pool.render(letter);
    const outcomes = await Promise.allSettled([before, ...fatal, after]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
  });

  it('rejects what is under way, waiting or new once it is closed', async () => {
    const jobs = [pool.render(letter), pool.render(letter), pool.render(letter)];
    const settled = Promise.allSettled(jobs);
    await pool.close();
    expect((await settled).map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
    await expect(pool.render(letter)).rejects.toThrow('closed');
  });
});

it('idle threads do not keep a process alive', async () => {
  const script = `
    import { createPdfPool } from './activities/documents/pdf-pool.ts';
    const content = ${JSON.stringify(letter)};
    console.log((await createPdfPool({ size: 1 }).render(content)).subarray(0, 8).toString());
  `;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd, timeout: 50_000 });
  expect(stdout).toBe('%PDF-1.7\n');
});
