import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = path.resolve(import.meta.dirname, '../..');

// The probes are no real files, so the rules that ask for types cannot look at them.
const eslint = new ESLint({
  cwd: root,
  overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }] as never,
});

/** The names of the rules that `code` breaks when it stands in `folder`. */
async function brokenRules(folder: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${code}\n`, {
    filePath: path.join(root, folder, 'probe.ts'),
  });
  const messages = (result?.messages ?? []).filter(
    ({ ruleId }) => ruleId !== '@typescript-eslint/no-unused-vars',
  );
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

const DIRECTION = 'samverkan/importDirections';
const PACKAGE = '@typescript-eslint/no-restricted-imports';

describe('import directions', () => {
  it.each([
    ['domain', '../database/open'],
    ['domain/forms', '../../config/settings'],
    ['config', '../database/open'],
    ['database', '../config/settings'],
    ['activities/mail', '../../config/settings'],
    ['activities/records', '../../server/app'],
    ['workflows', '../activities/mail/send'],
    ['workflows', '../database/open'],
    ['server/routes', '../../activities/documents/content'],
    ['server', '../worker/worker'],
    ['server', '../workflows/accession'],
    ['worker', '../server/app'],
    ['worker', '../forms-ui/main'],
    ['forms-ui/applicant', '../../server/app'],
    ['forms-ui', '../config/settings'],
    ['worker', '../scripts/build'],
    ['server', '../test/support/databases'],
  ])('refuse an import of %s from %s', async (folder, specifier) => {
    expect(await brokenRules(folder, `export * from '${specifier}';`)).toEqual([DIRECTION]);
    expect(await brokenRules(folder, `await import('${specifier}');`)).toContain(DIRECTION);
  });

  it.each([
    ['domain/forms', '../errors'],
    ['config', '../domain/municipality'],
    ['database', '../domain/errors'],
    ['activities/records', '../../database/open'],
    ['activities/mail', '../documents/content'],
    ['workflows', '../domain/errors'],
    ['server/routes', '../../workflows/messages'],
    ['server', '../config/settings'],
    ['worker', '../activities/mail/send'],
    ['forms-ui/applicant', '../../domain/errors'],
    ['scripts', '../server/app'],
    ['test/server', '../../activities/mail/send'],
  ])('allow %s to import %s', async (folder, specifier) => {
    expect(await brokenRules(folder, `export * from '${specifier}';`)).toEqual([]);
  });

  it('let workflows take types, and only types, from activities', async () => {
    const types = `import type { Mail } from '../activities/mail/send';`;
    expect(await brokenRules('workflows', types)).toEqual([]);
    expect(await brokenRules('workflows', types.replace(' type', ''))).toEqual([DIRECTION]);
  });
});

describe('packages', () => {
  it.each([
    ['workflows', 'node:fs'],
    ['workflows', 'crypto'],
    ['domain', 'node:crypto'],
    ['forms-ui', 'node:path'],
    ['server', 'pdfkit'],
    ['server/routes', 'nodemailer'],
    ['activities/mail', 'pdfkit'],
    ['activities/documents', 'nodemailer'],
    ['activities/records', 'nodemailer/lib/mailer'],
    ['server', 'pg'],
    ['activities/records', '@electric-sql/pglite'],
    ['worker', 'express'],
    ['domain', 'react'],
    ['server', '@temporalio/worker'],
  ])('refuse %s the package %s', async (folder, name) => {
    expect(await brokenRules(folder, `export * from '${name}';`)).toEqual([PACKAGE]);
  });

  it.each([
    ['activities/documents', 'pdfkit'],
    ['activities/mail', 'nodemailer'],
    ['database', 'pg'],
    ['server', 'express'],
    ['server', './express'],
    ['forms-ui', 'react'],
    ['workflows', '@temporalio/workflow'],
    ['server', 'node:crypto'],
    ['test/database', 'pg'],
  ])('allow %s the package %s', async (folder, name) => {
    expect(await brokenRules(folder, `export * from '${name}';`)).toEqual([]);
  });
});

describe('clock and environment', () => {
  it.each(['new Date()', 'Date.now()', 'Date()', 'Temporal.Now.instant()'])(
    'keep %s out of the domain, the database and the activities',
    async (expression) => {
      const code = `export const time = ${expression};`;
      for (const folder of ['domain', 'database', 'activities/mail']) {
        expect(await brokenRules(folder, code)).toContain('no-restricted-syntax');
      }
    },
  );

  it('let the domain turn a given instant into a date', async () => {
    expect(await brokenRules('domain', `export const time = new Date('2026-01-01');`)).toEqual([]);
  });

  it('leave the environment to config, scripts and tests', async () => {
    const code = `export const home = process.env.HOME;`;
    for (const folder of ['server', 'worker', 'database', 'activities/mail', 'workflows']) {
      expect(await brokenRules(folder, code)).toEqual(['no-restricted-properties']);
    }
    for (const folder of ['config', 'scripts', 'test/server']) {
      expect(await brokenRules(folder, code)).toEqual([]);
    }
    expect(await brokenRules('server', `export { env } from 'node:process';`)).toEqual([PACKAGE]);
  });
});

describe('transactions', () => {
  const RULE = 'samverkan/noRootConnectionInTransaction';

  it.each([
    `db.transaction().execute(async (tx) => { await read(tx); await read(db); });`,
    `this.db.transaction().execute(async (tx) => { await this.db.close(); });`,
    `database.transaction('sodertalje', async (tx) => database.read(tx));`,
    `municipalityTransaction(db, 'sodertalje', async (tx) => { await read(db); });`,
  ])('refuse the root connection inside: %s', async (code) => {
    expect(await brokenRules('database', code)).toEqual([RULE]);
  });

  it.each([
    `db.transaction().execute(async (tx) => { await read(tx); }); read(db);`,
    `db.transaction().execute(async (db) => { await read(db); });`,
    `db.transaction().execute(async (tx) => { await read({ db: tx, other: tx.db }); });`,
  ])('allow its own connection: %s', async (code) => {
    expect(await brokenRules('database', code)).toEqual([]);
  });
});
