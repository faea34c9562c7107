import { planLetter } from '../../database/repositories/letter.repository';
import {
  issueSubscriberLink,
  lockSubscriberAt,
} from '../../database/repositories/subscriber.repository';
import type { DeskNewsletterAnswer } from '../../domain/api/newsletter';
import type { Problem, ReceiptView } from '../../domain/api/shapes';
import { daysToConfirm } from '../../domain/newsletter/subscription';
import { ApiClient } from '../support/api-client';
import { Cases } from '../support/cases';
import { databaseKinds, openTestDatabase } from '../support/databases';
import { signIn, startDeskServer } from '../support/officials';
import type { TestServer } from '../support/test-server';

const day = 24 * 3600 * 1000;

describe.each(databaseKinds())('subscribing on %s', (kind) => {
  let server: TestServer;
  let receipt: ReceiptView;
  let now = new Date('2027-03-01T10:00:00Z');
  const api = () => new ApiClient(server.url);
  const path = (rest = '') => `/api/sodertalje/newsletter${rest}`;

  beforeAll(async () => {
    server = await startDeskServer(await openTestDatabase(kind), { clock: () => now });
    receipt = await new Cases(server, 'sodertalje', () => now).apply();
  });
  afterAll(() => server.close());

  const inRecord = <T>(work: Parameters<typeof server.database.transaction<T>>[1]) =>
    server.database.transaction('sodertalje', work);
  const subscriberAt = (email: string) =>
    inRecord((tx) => lockSubscriberAt(tx, 'sodertalje', email));
  const ask = (email: string, language = 'sv') =>
    api().post(path('/subscriptions'), { answers: { email, language } });
  /** As the worker mails it. */
  const linkFor = (email: string, kindOfLink: 'confirm' | 'unsubscribe', expires?: Date) =>
    inRecord(async (tx) => {
      const subscriber = await lockSubscriberAt(tx, 'sodertalje', email);
      return issueSubscriberLink(tx, subscriber!, kindOfLink, expires ?? null);
    });
  const confirm = (token: string) => api().post(path('/confirmations'), { token });
  /** As a mail program does it: without cookie, as a form. */
  const oneClick = (token: string) =>
    fetch(server.url + path(`/unsubscribe/${token}`), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  const subscribe = async (email: string, language = 'sv') => {
    expect((await ask(email, language)).status).toBe(202);
    expect((await confirm(await linkFor(email, 'confirm'))).status).toBe(204);
    return linkFor(email, 'unsubscribe');
  };

  it('begins with a confirmation from the mailbox, and not before', async () => {
    expect((await ask('Ada@Besok.example', 'en')).status).toBe(202);
    const asked = await subscriberAt('ada@besok.example');
    expect(asked).toMatchObject({ confirmed_at: null, email: 'Ada@Besok.example' });
    const token = await linkFor('ada@besok.example', 'confirm');
    expect((await confirm(token)).status).toBe(204);
    // The same link again does no harm.
    expect((await confirm(token)).status).toBe(204);
    const found = await subscriberAt('ada@besok.example');
    expect(found).toMatchObject({ confirmed_at: now, language: 'en' });
  });

  it('says what is wrong with an address, and keeps nothing', async () => {
    const response = await ask('ada');
    expect(response.status).toBe(422);
    expect(((await response.json()) as Problem).fields).toEqual({ email: 'email' });
    expect(await subscriberAt('ada')).toBeUndefined();
  });

  it('looks the same from outside whether or not the address is there, and sends no more than three letters', async () => {
    const letters = async () =>
      (
        await inRecord((tx) =>
          tx.selectFrom('outbox').select('id').where('subscriber_id', 'is not', null).execute(),
        )
      ).length;
    const before = await letters();
    const answers = [];
    for (let i = 0; i < 5; i += 1) {
      const response = await ask('bo@besok.example');
      answers.push([response.status, await response.text()]);
    }
    const known = await ask('ada@besok.example', 'sv');
    answers.push([known.status, await known.text()]);
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect((await letters()) - before).toBe(3 + 1);
    // What was asked for changes nothing until it is confirmed there.
    expect(await subscriberAt('ada@besok.example')).toMatchObject({ language: 'en' });
    await confirm(await linkFor('ada@besok.example', 'confirm'));
    expect(await subscriberAt('ada@besok.example')).toMatchObject({ language: 'sv' });
  });

  it('does not begin by a link that has ended, or by one that does something else', async () => {
    await ask('cleo@besok.example');
    const old = await linkFor('cleo@besok.example', 'confirm', new Date(now.getTime() - 1));
    const other = await linkFor('cleo@besok.example', 'unsubscribe');
    for (const token of [old, other, 'A'.repeat(43), '']) {
      const response = await confirm(token);
      expect([response.status, ((await response.json()) as Problem).code]).toEqual([
        404,
        'newsletter.linkEnded',
      ]);
    }
    expect(await subscriberAt('cleo@besok.example')).toMatchObject({ confirmed_at: null });
  });

  it('is not offered where the municipality has no newsletter', async () => {
    const response = await api().post('/api/ekero/newsletter/subscriptions', {
      answers: { email: 'ada@besok.example', language: 'sv' },
    });
    expect(response.status).toBe(404);
    const list = await api().read<{ offered: boolean }>('/api/ekero/newsletter');
    expect(list).toEqual({ offered: false, newsletters: [] });
  });

  it('ends by one click from a mail program, once and for all, and nothing of the address is left', async () => {
    const email = 'dora@besok.example';
    const token = await subscribe(email);
    const { id } = (await subscriberAt(email))!;
    for (const [key, state] of [
      ['newsletter/1', 'pending'],
      ['newsletter/2', 'failed'],
      ['newsletter/3', 'sent'],
    ] as const) {
      await inRecord((tx) =>
        planLetter(tx, 'sodertalje', {
          ...{ case_id: receipt.caseId, task_id: null, letter_key: key, template: 'newsletter' },
          ...{ recipient_name: '', recipient_email: '', language: 'sv', ordinal: 1, link: null },
          ...{ attachments: [], subscriber_id: id, state, created_at: now },
        }),
      );
    }
    const answers = [await oneClick(token), await oneClick(token), await oneClick('A'.repeat(43))];
    const seen = await Promise.all(answers.map(async (each) => [each.status, await each.text()]));
    // Done, done already, or no such link: nobody can tell.
    expect(seen).toEqual([seen[0], seen[0], seen[0]]);
    expect(answers[0]!.ok).toBe(true);
    expect(answers[0]!.headers.getSetCookie()).toEqual([]);
    expect(await subscriberAt(email)).toBeUndefined();
    const left = await inRecord(async (tx) => ({
      letters: await tx
        .selectFrom('letter')
        .select(['letter_key', 'state'])
        .where('subscriber_id', '=', id)
        .orderBy('letter_key')
        .execute(),
      departures: await tx
        .selectFrom('newsletter_departure')
        .selectAll()
        .where('subscriber_id', '=', id)
        .execute(),
      links: await tx
        .selectFrom('newsletter_link')
        .selectAll()
        .where('subscriber_id', '=', id)
        .execute(),
    }));
    expect(left.letters.map(({ state }) => state)).toEqual(['dropped', 'dropped', 'sent']);
    expect(left.departures).toMatchObject([{ way: 'oneClick', left_at: now, confirmed_at: now }]);
    expect(left.links).toEqual([]);
    expect(JSON.stringify(left)).not.toContain('dora');
    // Whoever changes their mind begins anew.
    await subscribe(email);
    expect(await subscriberAt(email)).not.toMatchObject({ id });
  });

  it('changes nothing by looking: the header’s address in a browser leads to the page with the button', async () => {
    const token = await subscribe('eva@besok.example');
    const address = server.url + path(`/unsubscribe/${token}`);
    const response = await fetch(address, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`/sodertalje/newsletter/unsubscribe#${token}`);
    await fetch(address, { method: 'HEAD' });
    expect(await subscriberAt('eva@besok.example')).toBeDefined();
    expect((await api().post(path('/departures'), { token })).status).toBe(204);
    expect((await api().post(path('/departures'), { token })).status).toBe(204);
    expect(await subscriberAt('eva@besok.example')).toBeUndefined();
  });

  it('is counted at the desk by language, and an address is taken away at its owner’s request', async () => {
    await subscribe('fia@besok.example', 'en');
    const officer = await signIn(server.url, 'sodertalje', 'officer');
    const seen = () => officer.read<DeskNewsletterAnswer>('/api/sodertalje/desk/newsletter');
    const english = ({ subscribers }: DeskNewsletterAnswer) =>
      subscribers.find(({ language }) => language === 'en')!.count;
    const before = await seen();
    expect(JSON.stringify(before)).not.toContain('@');
    const remove = (email: string) =>
      officer
        .post('/api/sodertalje/desk/newsletter/removals', { email })
        .then((response): Promise<unknown> => response.json());
    expect(await remove(' FIA@besok.example ')).toEqual({ removed: true });
    expect(await remove('fia@besok.example')).toEqual({ removed: false });
    expect(english(await seen())).toBe(english(before) - 1);
  });

  it('asks again after the days to confirm have passed', async () => {
    now = new Date(now.getTime() + (daysToConfirm + 1) * day);
    await ask('bo@besok.example');
    expect(await subscriberAt('bo@besok.example')).toMatchObject({ asked: 1, mailed: 0 });
  });
});
