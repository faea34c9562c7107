import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireCompleteTexts } from '../../scripts/build/require-complete-texts';
import { projectRoot } from '../../scripts/project';

describe('the build', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'samverkan-texts-'));
    cpSync(join(projectRoot, 'domain', 'texts'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('takes the texts as they are', () => {
    expect(() => requireCompleteTexts(folder)).not.toThrow();
  });

  it.each(['sv', 'en'])('fails when a key is missing in %s', (language) => {
    const file = join(folder, language, 'common.json');
    const texts = JSON.parse(readFileSync(file, 'utf8')) as { states: { received?: string } };
    delete texts.states.received;
    writeFileSync(file, JSON.stringify(texts));
    expect(() => requireCompleteTexts(folder)).toThrow(`${language}: common.states.received`);
  });
});
