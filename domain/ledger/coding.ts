import type { Language, Localized } from '../language';
import type { Mailbox } from '../municipality';

/**
 * How a municipality's own accounts are named (kontosträng): an account and, for each of the dimensions
 * it uses, an object.
 */
export interface AccountCoding {
  /** The account in the chart of accounts: digits. */
  account: string;
  /** The object by the number of its dimension. */
  objects: Readonly<Record<string, string>>;
}

/** What accounts are divided by, beside the chart of accounts. */
export interface Dimension {
  /** As SIE numbers them: 1 to 19 mean what the standard says, from 20 on the municipality chooses. */
  number: number;
  name: Localized;
}

/** How a municipality keeps its ledger. */
export interface LedgerConfiguration {
  /** Whose pot budgets come from and settlements go to, the council's as a rule. It has no limit. */
  source: string;
  /** In the order in which they are written. */
  dimensions: readonly Dimension[];
  /**
   * What the account of each committee is named, by the committee's id; of the source too. The accountant
   * says what was used of transferred money; the committee's secretary does where there is none.
   */
  accounts: Readonly<Record<string, AccountCoding & { name: Localized; accountant?: Mailbox }>>;
  /** From which day of the following year a year's transfers are settled: `01-15` unless said. */
  settlesFrom?: string;
}

/** The parts of a coding in the order of the dimensions, for programs: `4950-1000-3100`. */
export function codingKey({ account, objects }: AccountCoding, dimensions: readonly Dimension[]) {
  return [account, ...dimensions.map(({ number }) => objects[number] ?? '')].join('-');
}

/** A coding as it was written; undefined where it has more parts than the municipality has dimensions. */
export function parseCoding(
  typed: string,
  dimensions: readonly Dimension[],
): AccountCoding | undefined {
  const [account = '', ...parts] = typed.split('-');
  if (!/^\d+$/.test(account) || parts.length > dimensions.length) return undefined;
  const objects = dimensions.flatMap(({ number }, i) => (parts[i] ? [[number, parts[i]]] : []));
  return { account, objects: Object.fromEntries(objects) as AccountCoding['objects'] };
}

/** The same for people: "Konto 4950, Ansvar 1000, Verksamhet 3100". */
export function codingInWords(
  { account, objects }: AccountCoding,
  dimensions: readonly Dimension[],
  language: Language,
): string {
  const used = dimensions.filter(({ number }) => objects[number] !== undefined);
  const parts = used.map(({ number, name }) => `${name[language]} ${objects[number]}`);
  return [`${words[language]} ${account}`, ...parts].join(', ');
}

const words: Record<Language, string> = { sv: 'Konto', en: 'Account' };

/** What is wrong with a configuration, as sentences for whoever configures it. */
export function ledgerFaults(ledger: LedgerConfiguration): string[] {
  const { source, dimensions, accounts, settlesFrom = '01-15' } = ledger;
  const numbers = dimensions.map(({ number }) => number);
  const twice = numbers.filter((number, i) => numbers.indexOf(number) !== i);
  return [
    ...(Object.hasOwn(accounts, source) ? [] : [`the source ${source} has no account`]),
    ...(isDayOfYear(settlesFrom) ? [] : [`${settlesFrom} is no day of a year`]),
    ...twice.map((number) => `dimension ${number} is there twice`),
    ...numbers
      .filter((number) => !Number.isInteger(number) || number < 1)
      .map((number) => `${number} is no number of a dimension`),
    ...Object.entries(accounts).flatMap(([committee, { account, objects }]) => [
      ...(/^\d+$/.test(account) ? [] : [`the account of ${committee} is not made of digits`]),
      ...Object.entries(objects)
        .filter(([number]) => !numbers.includes(Number(number)))
        .map(([number]) => `${committee} has an object of dimension ${number}, which is not there`),
      ...Object.values(objects)
        .filter((object) => !/^[\p{L}\d]+$/u.test(object))
        .map((object) => `the object ${object} of ${committee} has more than letters and digits`),
    ]),
  ];
}

/** Of every year: there is no 29 February here. */
function isDayOfYear(day: string): boolean {
  const [month = 0, date = 0] = /^\d\d-\d\d$/.test(day) ? day.split('-').map(Number) : [];
  const last = new Date(Date.UTC(2027, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && date >= 1 && date <= last;
}
