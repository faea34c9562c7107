/** What a SIE file says: its records by name, and its vouchers with their transactions. */
export interface SieContents {
  records: Record<string, string[][]>;
  vouchers: { header: string[]; transactions: (string | string[])[][] }[];
}

/**
 * Reads SIE type 4 from its bytes as the standard (4B) describes it: code page 437, one record on each
 * line, fields parted by spaces or tabs, quoted where they hold any, lists in braces. Throws on anything
 * that the standard does not know, and on a voucher that does not balance.
 */
export function readSie(bytes: Uint8Array): SieContents {
  const contents: SieContents = { records: {}, vouchers: [] };
  let open: SieContents['vouchers'][number] | undefined;
  let isInside = false;
  for (const line of linesOf(bytes)) {
    const [name, ...fields] = fieldsOf(line);
    if (name === '{' && open) isInside = true;
    else if (name === '}' && isInside && open) {
      requireBalance(open.transactions);
      [open, isInside] = [undefined, false];
    } else if (name === '#TRANS' && isInside && open) open.transactions.push(fields);
    else if (name === '#VER' && !open) {
      open = { header: fields as string[], transactions: [] };
      contents.vouchers.push(open);
    } else if (typeof name === 'string' && /^#[A-Z]+$/.test(name) && !open) {
      (contents.records[name.slice(1)] ??= []).push(fields as string[]);
    } else throw new Error(`no SIE: ${line}`);
  }
  if (open) throw new Error('a voucher has no end');
  return contents;
}

/** The bytes that differ from ASCII and stand in Swedish and French, by IBM's table. */
const letters: Record<number, string> = {
  ...{ 0x80: 'Ç', 0x81: 'ü', 0x82: 'é', 0x84: 'ä', 0x86: 'å', 0x87: 'ç', 0x88: 'ê', 0x8a: 'è' },
  ...{ 0x8e: 'Ä', 0x8f: 'Å', 0x90: 'É', 0x91: 'æ', 0x94: 'ö', 0x99: 'Ö', 0x9a: 'Ü', 0xa4: 'ñ' },
};

function linesOf(bytes: Uint8Array): string[] {
  const text = Array.from(bytes, (byte) => {
    if (byte >= 0x80 && !letters[byte]) throw new Error(`byte ${byte} is not expected`);
    if (byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte))
      throw new Error(`byte ${byte} in a text`);
    return byte < 0x80 ? String.fromCharCode(byte) : letters[byte];
  }).join('');
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

/** A quoted field, a list in braces, a brace alone, or a bare word. */
const field = /"((?:\\"|[^"])*)"|\{([^}]*)\}|([{}])|([^\s"{}]+)/y;

function fieldsOf(line: string): (string | string[])[] {
  const found: (string | string[])[] = [];
  let position = 0;
  while (position < line.length) {
    if (/\s/.test(line.charAt(position))) {
      position += 1;
      continue;
    }
    field.lastIndex = position;
    const match = field.exec(line);
    if (!match) throw new Error(`no field at ${position}: ${line}`);
    position = field.lastIndex;
    const [, quoted, list, brace, bare] = match;
    if (list !== undefined) found.push(fieldsOf(list) as string[]);
    else found.push(quoted?.replaceAll('\\"', '"') ?? brace ?? bare ?? '');
  }
  return found;
}

function requireBalance(transactions: (string | string[])[][]): void {
  const hundredths = transactions.map(([, , amount]) => {
    if (typeof amount !== 'string' || !/^-?\d+(\.\d\d)?$/.test(amount))
      throw new Error('no amount');
    return Math.round(Number(amount) * 100);
  });
  if (hundredths.reduce((sum, each) => sum + each, 0) !== 0) throw new Error('out of balance');
}
