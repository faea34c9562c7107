import type { RawConnection } from '../support/raw-sql';

export interface Column {
  name: string;
  type: string;
  hasOwnValue: boolean;
  isNullable: boolean;
}

export interface Table {
  name: string;
  columns: Column[];
  /** Which municipality a row is of. */
  owner: string;
  primaryKey: string[];
  /** The first allowed value of columns that allow only some. */
  choices: Record<string, string>;
}

/** What the migrations themselves remember; the application's role has no right to it. */
const bookkeeping = 'migration';

/** Every table of the product as the database describes it, so that a new one is tested too. */
export async function readTables(raw: RawConnection): Promise<Table[]> {
  const { rows } = await raw.query(
    `select table_name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> $1
     order by table_name`,
    [bookkeeping],
  );
  const tables: Table[] = [];
  for (const { table_name } of rows) tables.push(await readTable(raw, String(table_name)));
  return tables;
}

async function readTable(raw: RawConnection, name: string): Promise<Table> {
  const columns = await raw.query(
    `select column_name, data_type, is_nullable = 'YES' as nullable, is_identity = 'YES' or is_generated = 'ALWAYS' as own
     from information_schema.columns where table_schema = 'public' and table_name = $1
     order by ordinal_position`,
    [name],
  );
  const key = await raw.query(
    `select a.attname from pg_index i
     join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
     where i.indrelid = $1::regclass and i.indisprimary`,
    [name],
  );
  return {
    name,
    columns: columns.rows.map(({ column_name, data_type, own, nullable }) => ({
      name: String(column_name),
      type: String(data_type),
      hasOwnValue: own === true,
      isNullable: nullable === true,
    })),
    owner: name === 'municipality' ? 'id' : 'municipality_id',
    primaryKey: key.rows.map(({ attname }) => String(attname)),
    choices: await readChoices(raw, name),
  };
}

/** From checks like `state in ('open', 'answered')`. */
async function readChoices(raw: RawConnection, name: string): Promise<Record<string, string>> {
  const { rows } = await raw.query(
    `select pg_get_constraintdef(oid) as rule from pg_constraint
     where conrelid = $1::regclass and contype = 'c'`,
    [name],
  );
  const rules = rows.map(({ rule }) => /\((\w+) = ANY \(ARRAY\['([^']+)'/.exec(String(rule)));
  return Object.fromEntries(rules.filter((rule) => rule).map((rule) => [rule![1]!, rule![2]!]));
}

// Ends of things (an answer, a closing) contradict each other in checks; nothing has ended here.
const endings = ['submission_id', 'outcome', 'passed_on', 'ending', 'reverses'];

let last = 0;

/** A row of a municipality that fits the table; foreign keys aside, every value is new. */
export function newRow(table: Table, municipality: string): Record<string, unknown> {
  const columns = table.columns.filter(({ hasOwnValue }) => !hasOwnValue);
  const values = columns.map((column) => {
    if (column.name === table.owner) return [column.name, municipality];
    if (endings.includes(column.name) && column.isNullable) return [column.name, null];
    return [column.name, table.choices[column.name] ?? newValue(column)];
  });
  return Object.fromEntries(values) as Record<string, unknown>;
}

function newValue({ name, type }: Column): unknown {
  last += 1;
  if (type === 'jsonb') return JSON.stringify({ value: last });
  if (/_at$|_on$/.test(name)) return new Date(Date.UTC(2026, 0, 1, 0, 0, last));
  if (type === 'uuid') return `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
  if (type === 'boolean') return false;
  if (type === 'integer' || type === 'bigint') return last;
  if (type === 'boolean') return false;
  if (type === 'bytea') return Buffer.from(`bytes ${last}`);
  if (type === 'text') return `text ${last}`;
  return new Date(Date.UTC(2026, 0, 1, 0, 0, last));
}

export function insertStatement(table: Table, row: Record<string, unknown>) {
  const names = Object.keys(row);
  return {
    sql: `insert into ${table.name} (${names.join(', ')})
          values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    values: Object.values(row),
  };
}
