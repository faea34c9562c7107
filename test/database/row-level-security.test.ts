import { openDatabase } from '../../database/open';
import { databaseKinds, makeTestDatabase, type TestDatabasePlace } from '../support/databases';
import { openRaw, type RawConnection, type Rows } from '../support/raw-sql';
import { insertStatement, newRow, readTables, type Table } from './catalogue';

const own = 'sodertalje';
const other = 'ekero';
const rowsEach = 2;
/** Of which a municipality has one. */
const single = ['municipality', 'wheel'];
const rowsIn = (table: string) => (single.includes(table) ? 1 : rowsEach);
/** Written once: what the application may add and read, but neither change nor remove. */
const appendOnly = [
  'agreement_draft',
  'agreement_version',
  'audit',
  'budget',
  'case_file',
  'case_number',
  'case_question',
  'committee_decision',
  'committee_ending',
  'committee_member',
  'committee_name',
  'corrected_address',
  'corrected_answer',
  'decision_event',
  'document',
  'dropped_year',
  'focus_list',
  'focus_result',
  // But for which version is final and published.
  'follow_up_report',
  'group_act',
  'handed_over',
  'intervention',
  'ledger_account',
  'ledger_entry',
  'ledger_file',
  'ledger_file_transaction',
  'ledger_transaction',
  'mistaken_reversal',
  'newsletter',
  'newsletter_departure',
  'newsletter_link',
  'official_session',
  'open_answer',
  'party_event',
  'plan_version',
  'planned_transfer',
  'reached_otherwise',
  'record',
  'settled_again',
  'settled_year',
  'statement_request',
  'step',
  'submission',
  'upload_chunk',
  'wheel_act',
];
/** Sessions end and drafts are removed; nothing else ever is by the application. */
const removable = [
  'draft',
  'draft_key',
  'link_session',
  'newsletter_link',
  'newsletter_subscriber',
  'official_session',
  'task_draft',
  'upload',
  'upload_chunk',
];

describe.each(databaseKinds())('row-level security on %s', (kind) => {
  let place: TestDatabasePlace;
  let raw: RawConnection;
  let tables: Table[];

  beforeAll(async () => {
    place = await makeTestDatabase(kind);
    // Migrated by the product itself, whatever the copied template was made with.
    await (await openDatabase(place.where)).close();
    raw = await openRaw(place.where);
    tables = await readTables(raw);
    await fillEveryTable();
  });
  afterAll(async () => {
    await raw.close();
    await place.remove();
  });

  /** Rows need not point at each other here: foreign keys rest meanwhile. */
  async function fillEveryTable(): Promise<void> {
    await raw.query('set session_replication_role = replica');
    for (const table of tables) {
      for (const municipality of [own, other]) {
        for (let i = 0; i < rowsIn(table.name); i += 1)
          await insert(table, newRow(table, municipality));
      }
    }
  }

  async function insert(table: Table, row: Record<string, unknown>): Promise<Rows> {
    const { sql, values } = insertStatement(table, row);
    return raw.query(sql, values);
  }

  /** As the product works, except that nothing stays. */
  async function asApplication<T>(municipality: string | null, work: () => Promise<T>): Promise<T> {
    await raw.query('begin');
    try {
      await raw.query(`select set_config('role', 'samverkan_app', true)`);
      if (municipality !== null) {
        await raw.query(`select set_config('samverkan.municipality', $1, true)`, [municipality]);
      }
      return await work();
    } finally {
      await raw.query('rollback');
    }
  }

  /** PostgreSQL's code for what the work runs into, or null when it is let through. */
  async function refusal(municipality: string, work: () => Promise<unknown>) {
    try {
      await asApplication(municipality, work);
      return null;
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  }

  /** What a table-by-table finding looks like when every table passes. */
  const everyTable = <T>(finding: T) =>
    Object.fromEntries(tables.map(({ name }) => [name, finding]));

  async function inEveryTable<T>(find: (table: Table) => Promise<T>): Promise<Record<string, T>> {
    const found: Record<string, T> = {};
    for (const table of tables) found[table.name] = await find(table);
    return found;
  }

  const owners = async ({ name, owner }: Table) =>
    (await raw.query(`select ${owner} as owner from ${name}`)).rows.map((row) => row.owner);

  const insufficientPrivilege = '42501';

  it('is on, forced and has a policy on every table', async () => {
    const { rows } = await raw.query(
      `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
         exists (select from pg_policies p where p.schemaname = 'public'
           and p.tablename = c.relname and 'samverkan_app' = any (p.roles)
           and p.qual is not null and p.with_check is not null) as policy
       from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
         and c.relname <> 'migration'`,
    );
    const found = rows.map(({ name, ...security }) => [name, security]);
    expect(tables.length).toBeGreaterThanOrEqual(15);
    expect(Object.fromEntries(found)).toEqual(
      everyTable({ enabled: true, forced: true, policy: true }),
    );
  });

  it('leaves the application’s role no way around it', async () => {
    const { rows } = await raw.query(
      `select rolsuper, rolbypassrls, rolcanlogin, rolcreaterole, rolinherit,
         has_table_privilege('samverkan_app', 'migration', 'select, insert, update, delete') as migration,
         exists (select from pg_auth_members where member = r.oid) as member_of_others
       from pg_roles r where rolname = 'samverkan_app'`,
    );
    expect(rows).toEqual([
      {
        ...{ rolsuper: false, rolbypassrls: false, rolcanlogin: false, rolcreaterole: false },
        ...{ rolinherit: true, migration: false, member_of_others: false },
      },
    ]);
  });

  it('has rows of both municipalities to hide', async () => {
    const both = await inEveryTable(async (table) => new Set(await owners(table)).size);
    expect(both).toEqual(everyTable(2));
  });

  it('shows the municipality its own rows and no others', async () => {
    const seen = await inEveryTable((table) => asApplication(own, () => owners(table)));
    const expected = tables.map(({ name }) => [
      name,
      Array.from({ length: rowsIn(name) }, () => own),
    ]);
    expect(seen).toEqual(Object.fromEntries(expected));
  });

  it('shows nothing without a municipality', async () => {
    expect(await inEveryTable((table) => asApplication(null, () => owners(table)))).toEqual(
      everyTable([]),
    );
    expect(await inEveryTable((table) => asApplication('', () => owners(table)))).toEqual(
      everyTable([]),
    );
  });

  it('does not find rows of others by their key either', async () => {
    const found = await inEveryTable(async (table) => {
      const key = table.primaryKey.join(', ');
      const foreign = await raw.query(
        `select ${key} from ${table.name} where ${table.owner} = $1`,
        [other],
      );
      const conditions = table.primaryKey.map((name, index) => `${name} = $${index + 1}`);
      const values = Object.values(foreign.rows[0]!);
      return asApplication(own, async () => {
        const sql = `select 1 from ${table.name} where ${conditions.join(' and ')}`;
        return (await raw.query(sql, values)).rows.length;
      });
    });
    expect(found).toEqual(everyTable(0));
  });

  it('inserts no row for another municipality', async () => {
    const codes = await inEveryTable((table) =>
      refusal(own, () => insert(table, newRow(table, `${other}-2`))),
    );
    expect(codes).toEqual(everyTable(insufficientPrivilege));
  });

  it('inserts a row of its own, so that the refusals above have one reason', async () => {
    const codes = await inEveryTable((table) =>
      refusal(`${own}-2`, () => insert(table, newRow(table, `${own}-2`))),
    );
    expect(codes).toEqual(everyTable(null));
  });

  it('changes no row of another municipality and gives none away', async () => {
    const changeable = tables.filter(({ name }) => !appendOnly.includes(name));
    for (const { name, owner } of changeable) {
      const update = (to: string, whose: string) =>
        raw.query(`update ${name} set ${owner} = $1 where ${owner} = $2`, [to, whose]);
      const all = await asApplication(own, () =>
        raw.query(`update ${name} set ${owner} = ${owner}`),
      );
      expect([name, all.changed]).toEqual([name, rowsIn(name)]);
      const foreign = await asApplication(own, () => update(own, other));
      expect([name, foreign.changed]).toEqual([name, 0]);
      expect([name, await refusal(own, () => update(other, own))]).toEqual([
        name,
        insufficientPrivilege,
      ]);
    }
  });

  it('lets nobody change what is written once', async () => {
    const written = tables.filter(({ name }) => appendOnly.includes(name));
    expect(written.map(({ name }) => name)).toEqual(appendOnly);
    for (const { name, owner } of written) {
      const update = () => raw.query(`update ${name} set ${owner} = ${owner}`);
      expect([name, await refusal(own, update)]).toEqual([name, insufficientPrivilege]);
    }
  });

  it('lets nobody remove or empty anything but sessions and drafts', async () => {
    for (const { name, owner } of tables) {
      const remove = () => raw.query(`delete from ${name}`);
      if (!removable.includes(name)) {
        expect([name, await refusal(own, remove)]).toEqual([name, insufficientPrivilege]);
      } else {
        expect((await asApplication(own, remove)).changed).toBe(rowsEach);
        const foreign = () => raw.query(`delete from ${name} where ${owner} = $1`, [other]);
        expect((await asApplication(own, foreign)).changed).toBe(0);
      }
      const truncate = () => raw.query(`truncate ${name} cascade`);
      expect([name, await refusal(own, truncate)]).toEqual([name, insufficientPrivilege]);
    }
  });

  it('lets nobody change, remove or lengthen a file that is a record of a case', async () => {
    const file = tables.find(({ name }) => name === 'case_file')!;
    const changes = {
      upload: `update upload set name = 'another' where id = $1`,
      'no upload': `delete from upload where id = $1`,
      'no content': `delete from upload_chunk where upload_id = $1`,
    };
    const { rows } = await raw.query(
      `select u.id from upload u join upload_chunk c on c.municipality_id = u.municipality_id
       where u.municipality_id = $1 limit 1`,
      [own],
    );
    const id = String(rows[0]!.id);
    const insideRecord = async (isRecord: boolean, sql: string) =>
      asApplication(own, async () => {
        await raw.query('reset role');
        await raw.query(`update upload_chunk set upload_id = $1, position = position + 100`, [id]);
        await raw.query(`select set_config('role', 'samverkan_app', true)`);
        if (isRecord) await insert(file, { ...newRow(file, own), upload_id: id });
        return (await raw.query(sql, [id])).changed;
      });
    for (const [what, sql] of Object.entries(changes)) {
      expect([what, (await insideRecord(false, sql)) > 0]).toEqual([what, true]);
      expect([what, await insideRecord(true, sql)]).toEqual([what, 0]);
    }
    const lengthen = `insert into upload_chunk (municipality_id, upload_id, position, bytes)
      values ('${own}', $1, 1, 'more')`;
    expect(await insideRecord(false, lengthen)).toBe(1);
    await expect(insideRecord(true, lengthen)).rejects.toMatchObject({
      code: insufficientPrivilege,
    });
  });
});
