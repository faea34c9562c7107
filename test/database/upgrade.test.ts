import { PGlite } from '@electric-sql/pglite';
import { migrate, migrations, type MigrationConnection } from '../../database/migrate';

const caseId = '00000000-0000-4000-8000-000000000001';
const answered = '00000000-0000-4000-8000-000000000002';
const waiting = '00000000-0000-4000-8000-000000000003';
const submission = '00000000-0000-4000-8000-000000000004';

/** A case of the first version: its review decided, its signature asked for. */
const firstVersion = `
insert into municipality (id, name) values ('sodertalje', 'Södertälje kommun');
insert into cases (id, municipality_id, process, number, number_key, state, language,
    organisation_name, phase, opened_at)
  values ('${caseId}', 'sodertalje', 'accession', 'KFN 26/1', 'KFN26/1', 'awaitingSignature', 'sv',
    'Föreningen Lyktan', '{"phase":"sign","generation":1}', '2026-11-02');
insert into submission (id, municipality_id, case_id, task_id, form_reference, language, answers,
    sha256, submitted_at)
  values ('${submission}', 'sodertalje', '${caseId}', '${answered}', 'accession-review@1', 'sv',
    '{"outcome":"approve"}', 'a', '2026-11-03');
insert into task (id, municipality_id, case_id, step_key, kind, form_reference, assignee_role,
    assignee_name, assignee_email, language, state, opened_at, deadline, submission_id, answered_at,
    consumed_at)
  values ('${answered}', 'sodertalje', '${caseId}', 'review/ask/1', 'review', 'accession-review@1',
      'caseOfficer', 'H', 'h@s.example', 'sv', 'answered', '2026-11-02', '2026-11-16',
      '${submission}', '2026-11-03', '2026-11-03'),
    ('${waiting}', 'sodertalje', '${caseId}', 'sign/ask/1', 'sign', 'accession-signature@1',
      'signatory', 'O', 'o@l.example', 'sv', 'open', '2026-11-03', '2026-12-03', null, null, null);
insert into step (municipality_id, case_id, step_key, result)
  values ('sodertalje', '${caseId}', 'sign/ask/1',
    '{"task":{"id":"${waiting}","deadlineAt":3,"remindAt":[1,2]}}');
`;

describe('a database of the first version', () => {
  it('keeps its cases, with a round for each question they were asked', async () => {
    const database = new PGlite();
    const connection: MigrationConnection = {
      async query(sql) {
        const results = await database.exec(sql);
        return { rows: results.at(-1)?.rows ?? [] };
      },
    };
    await migrateTo(connection, 1);
    await connection.query(firstVersion);
    await migrate(connection);
    const rounds = await connection.query('select step_key, state, outcome, rule from round');
    const rule = { kind: 'first' };
    expect(rounds.rows.sort(byStep)).toEqual([
      { step_key: 'review/ask/1', state: 'decided', outcome: 'approve', rule },
      { step_key: 'sign/ask/1', state: 'open', outcome: null, rule },
    ]);
    const tasks = await connection.query('select step_key, outcome, remind_at from task');
    expect(tasks.rows.sort(byStep)).toEqual([
      { step_key: 'review/ask/1', outcome: 'approve', remind_at: [] },
      { step_key: 'sign/ask/1', outcome: null, remind_at: [1, 2] },
    ]);
    const steps = await connection.query('select result from step');
    expect(steps.rows).toMatchObject([
      { result: { tasks: [{ id: waiting, round: 'sign/ask/1', remindAt: [1, 2] }] } },
    ]);
    await database.close();
  });
});

async function migrateTo(connection: MigrationConnection, last: number): Promise<void> {
  await connection.query(
    'create table migration (number integer primary key, recorded_at timestamptz default now())',
  );
  await connection.query(
    'create role samverkan_app nologin; grant usage on schema public to samverkan_app;',
  );
  for (const { number, sql } of migrations.filter((each) => each.number <= last)) {
    await connection.query(sql);
    await connection.query(`insert into migration (number) values (${number})`);
  }
}

function byStep(a: Record<string, unknown>, b: Record<string, unknown>): number {
  return String(a.step_key).localeCompare(String(b.step_key));
}
