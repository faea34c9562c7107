import type { DraftView } from '../../domain/api/shapes';
import { smtpError, startSmtpServer } from '../mail/smtp-server-for-test';
import { ApiClient } from '../support/api-client';
import { anApplication } from '../support/applications';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { exportWorkflows } from '../support/exported-histories';
import { startSystem, type System } from '../support/system';
import { forward } from '../support/temporal';
import { png } from '../support/uploads';

const drafts = '/api/sodertalje/drafts';

describe.each(databaseKinds())('a draft on %s', (kind) => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem(kind);
  });
  afterAll(() => system.close());

  const begin = async () => {
    const { formId, formVersion } = anApplication();
    const api = new ApiClient(system.url);
    const answers = { organisationName: 'Föreningen Halvvägs' };
    const response = await api.post(drafts, { formId, formVersion, answers });
    const draft = (await response.json()) as DraftView;
    return { api, draft, path: `${drafts}/${draft.id}` };
  };
  const askedFor = async (path: string, api: ApiClient, email: string) => {
    await api.post(`${path}/link`, { email });
    return system.mail(email, /^Fortsätt med ansökan senast/);
  };
  const isGone = async (id: string) =>
    system.server.database.transaction('sodertalje', async (tx) => {
      const rows = await tx.selectFrom('draft').select('id').where('id', '=', id).execute();
      return rows.length === 0;
    });
  const workflowOf = ({ id }: DraftView) => `sodertalje/${id}`;

  it('comes back by the link in the mail, which says until when and nothing of what was typed', async () => {
    const { api, path } = await begin();
    const mail = await askedFor(path, api, `maja-${kind}@halvvags.example`);
    const { keptUntil } = await api.read<DraftView>(path);
    expect(mail.text).toContain(`${Number(keptUntil.slice(-2))} `);
    expect(mail.text).toContain('Ansökan är inte skickad.');
    expect(mail.text + mail.subject).not.toContain('Halvvägs');
    const other = await system.follow(mail);
    expect(other.target.kind).toBe('draft');
    expect((await other.api.read<DraftView>(path)).answers).toEqual({
      organisationName: 'Föreningen Halvvägs',
    });
    await eventually('the page is told', async () => {
      return (await api.read<DraftView>(path)).link === 'sent';
    });
  });

  it('is removed when nobody has touched it, with its files, and puts that off otherwise', async () => {
    const email = `omar-${kind}@halvvags.example`;
    const { api, draft, path } = await begin();
    await askedFor(path, api, email);
    const id = workflowOf(draft);
    await forward(system.temporal.client, id, '29 days');
    expect(await isGone(draft.id)).toBe(false);
    await api.upload(`${path}/files`, 'bild.png', png);
    // It ends on the way.
    await forward(system.temporal.client, id, '3 days').catch(() => undefined);
    await eventually('it is gone', () => isGone(draft.id));
    expect((await api.get(path)).status).toBe(401);
    const left = await system.server.database.transaction('sodertalje', (tx) =>
      tx.selectFrom('upload').select('id').where('draft_id', '=', draft.id).execute(),
    );
    expect(left).toEqual([]);
    const handle = system.temporal.client.workflow.getHandle(id);
    await eventually('its workflow has ended', async () => {
      return (await handle.describe()).status.name === 'COMPLETED';
    });
  });

  it('is found again when Temporal has lost it', async () => {
    const { draft } = await begin();
    const handle = system.temporal.client.workflow.getHandle(workflowOf(draft));
    await eventually('it is watched', async () => {
      return (await handle.describe().catch(() => undefined))?.status.name === 'RUNNING';
    });
    await handle.terminate();
    await eventually('it is watched again', async () => {
      await system.server.reconcile();
      return (await handle.describe()).status.name === 'RUNNING';
    });
  });

  it('leaves nothing of anybody in its history', async () => {
    const email = `sentinel-${kind}@halvvags.example`;
    const { api, draft, path } = await begin();
    await askedFor(path, api, email);
    // The list of workflows lags behind them.
    const exported = await eventually('its workflow is listed', async () => {
      const all = await exportWorkflows(system);
      return all.includes(draft.id) && all;
    });
    expect(exported).not.toMatch(/sentinel|halvvags|Halvvägs/);
  });
});

it('a draft says when its link was refused by the mail server, and is kept all the same', async () => {
  const refusing = await startSmtpServer({
    onRcptTo: (_recipient, _session, done) => done(smtpError(550, '5.1.1 unknown here')),
  });
  const system = await startSystem('pglite', { smtpUrl: refusing.url });
  try {
    const { formId, formVersion } = anApplication();
    const api = new ApiClient(system.url);
    const begun = await api.post(drafts, { formId, formVersion, answers: {} });
    const path = `${drafts}/${((await begun.json()) as DraftView).id}`;
    await api.post(`${path}/link`, { email: 'maja@stavfel.example' });
    await eventually('the page is told', async () => {
      return (await api.read<DraftView>(path)).link === 'failed';
    });
    const again = await api.post(`${path}/link`, { email: 'maja@rätt.example' });
    expect((await again.json()) as DraftView).toMatchObject({ link: 'asked' });
  } finally {
    await system.close();
    await refusing.stop();
  }
});
