import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../domain/language';
import { missingTexts, type TextTree } from '../../domain/texts/missing-texts';
import { projectRoot, SetupError } from '../project';

/**
 * Fails the build when a text exists in one language and not in another.
 * @throws {SetupError} naming every missing key
 */
export function requireCompleteTexts(folder = join(projectRoot, 'domain', 'texts')): void {
  const missing = missingTexts({ sv: readLanguage(folder, 'sv'), en: readLanguage(folder, 'en') });
  if (missing.length === 0) return;
  throw new SetupError(`Texts are missing; add them in ${folder}:\n${missing.join('\n')}`);
}

/** All files of a language as one tree, by file name. */
function readLanguage(folder: string, language: Language): TextTree {
  return Object.fromEntries(
    readdirSync(join(folder, language)).map((file) => [
      file.replace('.json', ''),
      JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as TextTree,
    ]),
  );
}
