import type { Language } from './language';

/**
 * Money. People write whole kronor; the ledger counts whole öre, in integers. Nothing is ever rounded:
 * what is not whole kronor is a fault, and what is not whole öre cannot be made.
 */

/** Whole kronor that an amount may be at most: beyond it somebody has typed a digit too many. */
export const mostKronor = 10_000_000_000;

/** Whole kronor that a sum may be at most: of many amounts it may be larger than any one, but exact in öre. */
export const mostSummedKronor = Math.floor(Number.MAX_SAFE_INTEGER / 100);

export const amountFaults = [
  'amount',
  'amountFraction',
  'amountNegative',
  'amountTooLarge',
] as const;
/** What can be wrong with an amount as it was typed. */
export type AmountFault = (typeof amountFaults)[number];

/** Whole kronor, or what is wrong with what was typed. */
export type ParsedAmount = { kronor: number } | { fault: AmountFault };

const spaces = /\s+/gu;
const currency = /^(?:sek|kr)|(?:kr\.?|krona|kronor|sek|:-)$/giu;
const minus = /^[-\u2010-\u2015\u2212]|[-\u2010-\u2015\u2212]$/u;

/**
 * Reads whole kronor as people write them: `43000`, `43 000`, with any kind of space, with `kr`,
 * `kronor`, `SEK` or `:-`. Decimals are refused even when they are zeros, and so are points and commas
 * that group thousands: `43.000` is 43 to one reader and 43 000 to another. More than `most` is too large:
 * what one amount may be, where nothing else is said.
 */
export function parseKronor(typed: string, most: number = mostKronor): ParsedAmount {
  const bare = typed.replace(spaces, '').replace(currency, '');
  if (minus.test(bare) && isNumber(bare.replace(minus, ''))) return { fault: 'amountNegative' };
  if (!isNumber(bare)) return { fault: 'amount' };
  if (!/^\d+$/.test(bare)) return { fault: 'amountFraction' };
  const kronor = Number(bare);
  return kronor > most ? { fault: 'amountTooLarge' } : { kronor };
}

/** Digits, perhaps parted by points or commas. */
function isNumber(text: string): boolean {
  return /^\d[\d.,]*$/.test(text);
}

/** Whole öre of whole kronor. Throws RangeError on anything else. */
export function oreOf(kronor: number): number {
  const ore = kronor * 100;
  if (!Number.isSafeInteger(kronor) || !Number.isSafeInteger(ore)) {
    throw new RangeError('an amount is whole kronor');
  }
  return ore;
}

/** The sum of whole amounts. Throws RangeError where it cannot be exact. */
export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => {
    const next = sum + amount;
    if (!Number.isSafeInteger(next)) throw new RangeError('a sum is of whole amounts');
    return next;
  }, 0);
}

const formats: Record<Language, Intl.NumberFormat> = {
  sv: new Intl.NumberFormat('sv-SE'),
  en: new Intl.NumberFormat('en-GB'),
};

/** Whole kronor with the language's grouping and no currency, as tables write them: "43 000", "43,000". */
export function formatKronor(kronor: number, language: Language): string {
  return formats[language].format(kronor);
}

/** The same in a sentence: "43 000 kronor", never divided between lines; in English "SEK 43,000". */
export function kronorInWords(kronor: number, language: Language): string {
  const figure = formatKronor(kronor, language);
  if (language === 'en') return `SEK\u00a0${figure}`;
  return `${figure}\u00a0${kronor === 1 ? 'krona' : 'kronor'}`;
}

/** Whole öre as kronor: with two decimals only where there are öre. */
export function formatOre(ore: number, language: Language): string {
  const decimals = ore % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    minimumFractionDigits: decimals,
  }).format(ore / 100);
}

/** Whole öre as programs write kronor: always two decimals and a point, no grouping. */
export function plainKronor(ore: number): string {
  const digits = String(Math.abs(ore)).padStart(3, '0');
  return `${ore < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
