import { plainKronor } from '../money';
import type { AccountCoding, Dimension, LedgerConfiguration } from './coding';

/** A transaction as the accounting system gets it. */
export interface Voucher {
  /** `YYYY-MM-DD` */
  postedOn: string;
  /** What it is, its decision and its case, in a line. */
  text: string;
  entries: readonly { coding: AccountCoding; ore: number; line: string }[];
}

export interface SieInput {
  /** Who made the file. */
  program: { name: string; version: string };
  company: string;
  /** `YYYY-MM-DD` */
  generatedOn: string;
  /** The budget year that the transactions are of. */
  year: number;
  /** What it is and what it is for, to whoever opens it. */
  about: string;
  book: LedgerConfiguration;
  vouchers: readonly Voucher[];
}

/**
 * Transactions as a file of SIE type 4I, which accounting systems import; committees are objects in it
 * (decision 19). Money that a committee gets is its income, so it stands in credit: less than nothing. Vouchers have no numbers, as the system that
 * imports them gives its own; their texts say where they come from. A voucher belongs to a day of its budget
 * year, as an accounting system takes no other, and says as its day of registration when it was posted.
 */
export function sieFile(input: SieInput): Uint8Array {
  return inCodePage437(sieText(input));
}

/** The same before it is encoded. */
export function sieText(input: SieInput): string {
  const { program, company, generatedOn, year, about, book, vouchers } = input;
  const used = vouchers.flatMap(({ entries }) => entries.map(({ coding }) => coding));
  return [
    '#FLAGGA 0',
    `#PROGRAM ${quoted(program.name)} ${quoted(program.version)}`,
    '#FORMAT PC8',
    `#GEN ${day(generatedOn)}`,
    '#SIETYP 4',
    `#PROSA ${quoted(about)}`,
    `#FNAMN ${quoted(company)}`,
    ...accountLines(used, book),
    ...book.dimensions.map(({ number, name }) => `#DIM ${number} ${quoted(name.sv)}`),
    ...objectLines(used, book),
    ...vouchers.flatMap((voucher) => voucherLines(voucher, book.dimensions, year)),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
}

/** An account that several committees share is called as the first of them. */
function accountLines(used: readonly AccountCoding[], { accounts }: LedgerConfiguration): string[] {
  return distinct(used.map(({ account }) => account)).map((account) => {
    const named = Object.values(accounts).filter((each) => each.account === account);
    const name = named.length === 1 ? named[0]?.name.sv : undefined;
    return `#KONTO ${account} ${quoted(name ?? 'Nämndbidrag')}`;
  });
}

function objectLines(
  used: readonly AccountCoding[],
  { dimensions, accounts }: LedgerConfiguration,
): string[] {
  return dimensions.flatMap(({ number }) =>
    distinct(used.flatMap(({ objects }) => objects[number] ?? [])).map((object) => {
      const owners = Object.values(accounts).filter((each) => each.objects[number] === object);
      const name = owners.length === 1 ? owners[0]?.name.sv : undefined;
      return `#OBJEKT ${number} ${quoted(object)} ${quoted(name ?? object)}`;
    }),
  );
}

function voucherLines(
  { postedOn, text, entries }: Voucher,
  dimensions: readonly Dimension[],
  year: number,
) {
  const bookedOn = dayInYear(postedOn, year);
  const registered = bookedOn === postedOn ? '' : ` ${day(postedOn)}`;
  return [
    `#VER "" "" ${day(bookedOn)} ${quoted(text)}${registered}`,
    '{',
    ...entries.map(({ coding, ore, line }) => {
      const objects = dimensions.flatMap(({ number }) => {
        const object = coding.objects[number];
        return object === undefined ? [] : [`${number} ${quoted(object)}`];
      });
      const amount = plainKronor(-ore);
      return `#TRANS ${coding.account} {${objects.join(' ')}} ${amount} ${day(bookedOn)} ${quoted(line)}`;
    }),
    '}',
  ];
}

/** The day itself, or the one of the year that is nearest to it. */
function dayInYear(date: string, year: number): string {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return date < first ? first : date > last ? last : date;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function day(date: string): string {
  return date.replaceAll('-', '');
}

/** In quotation marks; of what the format cannot hold, control characters become spaces. */
function quoted(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, ' ').replace(/\\/g, '/');
  return `"${plain.replaceAll('"', '\\"')}"`;
}

/** The upper half of IBM's code page 437, which the standard asks for (PC8). */
const upperHalf =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
/** Signs that writers use and the code page lacks. */
const alike: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '’': "'",
  '‘': "'",
  '”': "''",
  '“': "''",
  '…': '...',
  '§': 'par.',
  '\u202f': ' ',
};

/** What the code page lacks loses its accents, or becomes a question mark. */
export function inCodePage437(text: string): Uint8Array {
  const bytes = Array.from(text.normalize('NFC')).flatMap((character) => {
    const known = byteOf(character);
    if (known !== undefined) return [known];
    const similar = alike[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '');
    const found = Array.from(similar, byteOf);
    return found.length > 0 && found.every((byte) => byte !== undefined) ? found : [63];
  });
  return Uint8Array.from(bytes);
}

function byteOf(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 128) return code;
  const place = upperHalf.indexOf(character);
  return place < 0 || character.length > 1 ? undefined : 128 + place;
}
