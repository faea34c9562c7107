import { createRequire } from 'node:module';
import { openSync, type Font } from 'fontkit';
import type { FontName } from './theme';

const require = createRequire(import.meta.url);

const files: Record<FontName, string> = {
  'NotoSans-Regular': '400Regular/NotoSans_400Regular.ttf',
  'NotoSans-Bold': '700Bold/NotoSans_700Bold.ttf',
};

export type Fonts = Record<FontName, Font>;

let opened: Fonts | undefined;
let codePoints: ReadonlySet<number> | undefined;

/**
 * The two fonts of every document, opened once: parsing them costs ten times a letter.
 * Fontkit remembers for each glyph the characters it was first made for, and that would carry over
 * to the next document's text layer; so each document begins with an empty memory.
 */
export function fontsForDocument(): Fonts {
  opened ??= {
    'NotoSans-Regular': open('NotoSans-Regular'),
    'NotoSans-Bold': open('NotoSans-Bold'),
  };
  for (const font of Object.values(opened)) Object.assign(font, { _glyphs: {} });
  return opened;
}

/** Whether both fonts can show a character. */
export function canShow(codePoint: number): boolean {
  codePoints ??= shared(fontsForDocument());
  return codePoints.has(codePoint);
}

function open(name: FontName): Font {
  return openSync(require.resolve(`@expo-google-fonts/noto-sans/${files[name]}`));
}

function shared(fonts: Fonts): ReadonlySet<number> {
  const bold = new Set(fonts['NotoSans-Bold'].characterSet);
  return new Set(fonts['NotoSans-Regular'].characterSet.filter((codePoint) => bold.has(codePoint)));
}
