import { recordSteps } from '../../activities/records/record-steps';
import { tellSubscribers } from '../../activities/records/tell-subscribers';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import type { NewslettersAnswer, NewsletterView } from '../../domain/api/newsletter';
import type { TaskView } from '../../domain/api/shapes';
import type { DeskCaseView } from '../../domain/api/desk';
import { longDate } from '../../activities/mail/letters/dates';
import { getCase } from '../../database/repositories/case.repository';
import { dayAfter, endOfDay, noonOf } from '../../domain/calendar';
import { weeksUntilLapse } from '../../domain/newsletter/lapse';
import { compileReport } from '../../domain/follow-up/report';
import { daysToConfirm } from '../../domain/newsletter/subscription';
import { builtInProcesses } from '../../domain/processes';
import { createProcessRegistry } from '../../domain/processes/registry';
import type { Conductor } from '../../scripts/rehearsal/conductor';
import { aFullYear } from '../domain/follow-up/respondents';
import { smtpError, startSmtpServer, type ReceivedMail } from '../mail/smtp-server-for-test';
import { ApiClient } from '../support/api-client';
import { bounceMail, deliver } from '../support/bounces';
import { startConducted } from '../support/conducted';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { contactPoint } from '../support/follow-ups';
import { Newsletters, oneClick } from '../support/newsletters';
import { signIn } from '../support/officials';
import { OwnTemporal } from '../support/own-temporal';
import { keepFinalReport } from '../support/published-report';
import type { System } from '../support/system';
import { yearOf } from '../support/years';

const year = yearOf() + 1;
const at = (day: string) => new Date(`${year}-${day}T09:00:00Z`);
const [ada, bo, gone] = ['ada', 'bo', 'gone'].map((name) => `${name}@besok.example`) as [
  string,
  string,
  string,
];

let temporal: OwnTemporal;
beforeAll(async () => {
  temporal = await OwnTemporal.start();
});
afterAll(() => temporal.remove());

describe.each(databaseKinds())('the newsletter on %s', (kind) => {
  let system: System;
  let conductor: Conductor;
  let close: () => Promise<void>;
  let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
  let newsletters: Newsletters;
  /** It refuses `gone` once it is told to. */
  let refusing = false;

  beforeAll(async () => {
    smtp = await startSmtpServer({
      onRcptTo({ address }, _session, done) {
        done(refusing && address === gone ? smtpError(550, 'No such user') : null);
      },
    });
    ({ system, conductor, close } = await startConducted(kind, temporal, {
      smtpUrl: smtp.url,
      bounces: { address: 'studs@studs.sodertalje.example', secret: 's'.repeat(32) },
    }));
    newsletters = new Newsletters(system);
    await conductor.advanceTo(at('02-01'));
  });
  afterAll(async () => {
    await close();
    await smtp.stop();
  });

  const mailsTo = (address: string, subject = /./) =>
    smtp.received.filter(
      ({ envelope, parsed }) => envelope.to.includes(address) && subject.test(parsed.subject ?? ''),
    );
  const mail = (address: string, subject: RegExp) =>
    eventually(`a mail to ${address} with ${subject}`, () =>
      Promise.resolve(mailsTo(address, subject).at(-1)),
    );
  const tokenOf = ({ parsed }: ReceivedMail, page: string) =>
    new RegExp(`/${page}#([\\w-]{43})`).exec(parsed.text ?? '')?.[1] ?? '';
  const header = ({ parsed }: ReceivedMail, key: string) =>
    parsed.headers.find((each) => each.key === key)?.value;
  const inRecord = <T>(work: Parameters<typeof system.server.database.transaction<T>>[1]) =>
    system.server.database.transaction('sodertalje', work);
  const caseOf = (state: string) =>
    eventually(`a newsletter is ${state}`, () =>
      inRecord((tx) =>
        tx
          .selectFrom('cases')
          .select(['id', 'number'])
          .where('process', '=', 'newsletter')
          .where('state', '=', state as 'completed')
          .orderBy('opened_at', 'desc')
          .executeTakeFirst(),
      ),
    );
  const lettersOf = (caseId: string) =>
    inRecord((tx) =>
      tx
        .selectFrom('letter')
        .selectAll()
        .where('case_id', '=', caseId)
        .where('template', '=', 'newsletter')
        .orderBy('position')
        .execute(),
    );
  const settled = (caseId: string) =>
    eventually('every letter has gone or been refused', async () => {
      const letters = await lettersOf(caseId);
      return letters.length > 0 && letters.every(({ state }) => state !== 'pending') && letters;
    });
  const task = async (asked: ReceivedMail) => {
    const api = new ApiClient(system.url);
    const token = tokenOf(asked, 'task');
    const opened = await api.post('/api/sodertalje/links/exchange', { token });
    const { id } = (await opened.json()) as { id: string };
    const path = `/api/sodertalje/tasks/${id}`;
    return {
      view: await api.read<TaskView>(path),
      answer: async (answers: object) => {
        const response = await api.post(`${path}/answer`, { answers });
        if (!response.ok) throw new Error(await response.text());
      },
    };
  };
  const dependencies = () => {
    const processes = createProcessRegistry(builtInProcesses);
    const { database } = system.server;
    // No plan follows: the report here was made without the agreement that it would be about.
    const municipality = { ...sodertalje, followUp: { opensOn: '09-15' } };
    return { database, processes, forms: processes.forms, municipality: () => municipality };
  };

  it('is subscribed to by the link that is mailed, and an address that nobody confirms is removed', async () => {
    for (const [email, language] of [
      [ada, 'sv'],
      [bo, 'en'],
      [gone, 'sv'],
      ['nobody@besok.example', 'sv'],
    ] as const) {
      expect((await newsletters.ask(email, language)).status).toBe(202);
    }
    const asked = await mail(bo, /^Confirm by \d+ February that you want the newsletter/);
    expect(asked.parsed.html).toContain('lang="en"');
    // Nobody's subscription: there is nothing to unsubscribe from yet.
    expect(header(asked, 'list-unsubscribe')).toBeUndefined();
    await newsletters.confirm(tokenOf(asked, 'confirm'));
    for (const email of [ada, gone]) {
      await newsletters.confirm(tokenOf(await mail(email, /^Bekräfta/), 'confirm'));
    }
    await mail('nobody@besok.example', /^Bekräfta/);
    await conductor.advanceTo(new Date(at('02-02').getTime() + daysToConfirm * 24 * 3600 * 1000));
    await eventually('the address is removed', async () => {
      return !(await newsletters.isThere('nobody@besok.example'));
    });
    for (const email of [ada, bo, gone]) expect(await newsletters.isThere(email)).toBe(true);
  });

  it('begins with the report that is published, and its draft goes to everybody in their language', async () => {
    refusing = true;
    const report = compileReport(aFullYear({ cycle: year }));
    const reportCase = await keepFinalReport(system.server.database, {
      ...{ report, pdf: Buffer.from('%PDF'), published: false },
    });
    await recordSteps(dependencies(), {
      process: { municipalityId: 'sodertalje', caseId: reportCase, phase: 'end', generation: 1 },
      at: conductor.clock().getTime(),
      steps: [{ key: 'publish', report: 'publish' }],
    });
    system.server.nudgeRelay();
    const asked = await mail(contactPoint, /^Skriv nyhetsbrevet senast/);
    expect(asked.parsed.text).not.toMatch(/\{\{/);
    const { view, answer } = await task(asked);
    const draft = view.completion!.answers;
    expect(draft).toMatchObject({ english: 'yes' });
    expect(draft['lead']).toMatch(/har svarat, \d+ procent/);
    expect(draft['leadEn']).toMatch(/^The follow-up/);
    const subject = 'Rapporten är här';
    await answer({ ...draft, outcome: 'approve', subject });
    const { id, number } = await caseOf('completed');
    const letters = await settled(id);
    expect(letters.map(({ state }) => state)).toEqual(['sent', 'sent', 'failed']);
    // The record of a letter names nobody.
    expect(letters.map(({ recipient_email: email }) => email)).toEqual(['', '', '']);

    const swedish = await mail(ada, /^Rapporten är här$/);
    expect(swedish.parsed.text).toContain(`${system.url}/sodertalje/follow-up/${reportCase}`);
    expect(swedish.parsed.html).not.toMatch(/<img/);
    const unsubscribe = /^<(.+)>$/.exec(header(swedish, 'list-unsubscribe') ?? '')?.[1] ?? '';
    expect(unsubscribe).toMatch(/\/api\/sodertalje\/newsletter\/unsubscribe\/[\w-]{43}$/);
    expect(header(swedish, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header(swedish, 'list-id')).toContain('<newsletter.sodertalje.sodertalje.example>');
    const english = await mail(bo, /^How the partnership agreement is kept/);
    expect(english.parsed.html).toContain('<html lang="en">');
    expect(tokenOf(english, 'newsletter/unsubscribe')).not.toBe('');

    // One attention for a newsletter that was refused, and the contact point hears of it.
    const refusal = await mail(contactPoint, /^Se till senast .*: ett brev kom inte fram/);
    expect(refusal.parsed.text).toContain('någon som prenumererar');
    expect(refusal.raw).not.toContain(gone);
    const done = await mail(contactPoint, new RegExp(`^Nyhetsbrevet är på väg, ${number}$`));
    expect(done.parsed.attachments).toHaveLength(2);

    const api = new ApiClient(system.url);
    const { newsletters: sent } = await api.read<NewslettersAnswer>(newsletters.path());
    expect(sent).toMatchObject([{ caseId: id, subject, language: 'sv' }]);
    const page = await new ApiClient(system.url, 'en').read<NewsletterView>(
      newsletters.path(`/${id}`),
    );
    expect(page).toMatchObject({ language: 'en', report: reportCase, hasDocument: true });
    const pdf = await fetch(`${system.url}${newsletters.path(`/${id}/newsletter.pdf`)}`);
    expect(pdf.headers.get('content-type')).toContain('application/pdf');

    const left = await oneClick(unsubscribe);
    expect(left.ok).toBe(true);
    expect(await newsletters.isThere(ada)).toBe(false);
  });

  it('goes once to each, also when its sending is repeated, and to nobody who has come since', async () => {
    const { id } = await caseOf('completed');
    const before = smtp.received.length;
    await newsletters.subscribe('late@besok.example');
    await tellSubscribers(dependencies(), {
      process: { municipalityId: 'sodertalje', caseId: id, phase: 'send', generation: 1 },
      at: conductor.clock().getTime(),
    });
    expect(await lettersOf(id)).toHaveLength(3);
    expect(mailsTo(bo, /^How the/)).toHaveLength(1);
    expect(mailsTo('late@besok.example', /^Rapporten/)).toEqual([]);
    expect(smtp.received.length - before).toBeLessThanOrEqual(1);
  });

  it('is begun at the desk too; a worker that stops meanwhile sends it once, and nobody who has left gets it', async () => {
    const desk = await signIn(system.url, 'sodertalje', 'officer');
    const begun = await desk.post('/api/sodertalje/desk/begin/newsletter', {
      submissionKey: '11111111-1111-4111-8111-111111111111',
      answers: {
        ...{ subject: 'Vårens forum', lead: 'Kom till forumet.', english: 'no' },
        sections: [{ heading: 'När', text: 'Den 3 maj.\n\nLäs på https://kommun.example/forum.' }],
      },
    });
    expect(begun.status).toBe(201);
    const { number } = (await begun.json()) as { number: string };
    const asked = await mail(contactPoint, new RegExp(`^Skriv nyhetsbrevet senast.*${number}$`));
    const { view, answer } = await task(asked);
    const draft = view.completion!.answers;
    await system.worker.stop();
    refusing = false;
    await answer({ ...draft, outcome: 'approve' });
    await system.worker.start();
    const translated = await mail(bo, /^Vårens forum$/);
    // There is no English text: it comes in Swedish, and says so in English.
    expect(translated.parsed.text).toContain('This newsletter is only in Swedish.');
    expect(translated.parsed.html).toContain('<a href="https://kommun.example/forum"');
    const { id } = await caseOf('completed');
    await settled(id);
    expect(mailsTo(bo, /^Vårens forum$/)).toHaveLength(1);
    expect(mailsTo(ada, /^Vårens forum$/)).toEqual([]);
    // The first one was refused at once. This one comes back hours later, which makes two in a row: the
    // address is removed.
    const { envelope } = await mail(gone, /^Vårens forum$/);
    expect(await newsletters.isThere(gone)).toBe(true);
    const bounce = {
      to: envelope.from,
      raw: bounceMail('postfix-no-mailbox', { reader: gone, to: envelope.from }),
    };
    await deliver(system.server.bouncePort!, bounce);
    await eventually('the address is removed', async () => !(await newsletters.isThere(gone)));
    const waiting = await inRecord((tx) =>
      tx
        .selectFrom('attention')
        .innerJoin('cases', 'cases.id', 'attention.case_id')
        .select('attention.id')
        .where('cases.process', '=', 'newsletter')
        .where('resolved_at', 'is', null)
        .execute(),
    );
    expect(waiting).toEqual([]);
  });

  it('is not sent where the contact point wants nothing sent', async () => {
    const desk = await signIn(system.url, 'sodertalje', 'officer');
    const answers = { subject: 'Inget', lead: 'Inget.', english: 'no' };
    const submissionKey = '22222222-2222-4222-8222-222222222222';
    const begun = await desk.post('/api/sodertalje/desk/begin/newsletter', {
      ...{ submissionKey, answers },
    });
    const { number, caseId } = (await begun.json()) as { number: string; caseId: string };
    const asked = await mail(contactPoint, new RegExp(`^Skriv nyhetsbrevet senast.*${number}$`));
    await (await task(asked)).answer({ ...answers, outcome: 'close' });
    await caseOf('closed');
    expect(await lettersOf(caseId)).toEqual([]);
    const api = new ApiClient(system.url);
    const { newsletters: sent } = await api.read<NewslettersAnswer>(newsletters.path());
    expect(sent.map(({ subject }) => subject)).toEqual(['Vårens forum', 'Rapporten är här']);
  });

  it('ends by itself where nobody says whether it is to be sent: eight letters, then one to each who should know', async () => {
    const colleague = 'kollega@sodertalje.example';
    const desk = await signIn(system.url, 'sodertalje', 'officer');
    const begun = await desk.post('/api/sodertalje/desk/begin/newsletter', {
      submissionKey: '33333333-3333-4333-8333-333333333333',
      answers: { subject: 'Höstens program', lead: 'Snart.', english: 'no' },
    });
    const { number, caseId } = (await begun.json()) as { number: string; caseId: string };
    const asked = await mail(contactPoint, new RegExp(`^Skriv nyhetsbrevet senast.*${number}$`));
    const { view } = await task(asked);
    const handed = await desk.post(`/api/sodertalje/desk/cases/${caseId}/interventions`, {
      ...{ kind: 'reassign', task: view.id, reason: 'Hon skriver det.' },
      ...{ name: 'Kim Kollega', email: colleague },
    });
    expect(handed.ok).toBe(true);
    await mail(colleague, new RegExp(`^Skriv nyhetsbrevet senast.*${number}$`));
    const { deadline } = await inRecord((tx) =>
      tx
        .selectFrom('task')
        .select('deadline')
        .where('case_id', '=', caseId)
        .where('state', '=', 'open')
        .executeTakeFirstOrThrow(),
    );
    const weeks = (count: number) =>
      new Date(endOfDay(deadline).getTime() + count * 7 * 24 * 3600 * 1000);
    const stateOf = () =>
      inRecord((tx) => getCase(tx, 'sodertalje', caseId).then(({ state }) => state));
    const overdue = new RegExp(`^Skriv nyhetsbrevet nu.*${number}$`);
    await conductor.advanceTo(new Date(weeks(weeksUntilLapse).getTime() - 60 * 60 * 1000));
    await eventually('the last reminder is mailed', () =>
      Promise.resolve(mailsTo(colleague, overdue).length === weeksUntilLapse),
    );
    const until = longDate(dayAfter(noonOf(deadline), weeksUntilLapse * 7 - 1), 'sv');
    expect(mailsTo(colleague, overdue).at(-1)!.parsed.text).toContain(
      `Har du inte bestämt dig senast ${until} avslutas ärendet utan att något skickas.`,
    );
    expect(await stateOf()).toBe('reviewing');

    await conductor.advanceTo(new Date(weeks(weeksUntilLapse).getTime() + 60 * 60 * 1000));
    const subject = new RegExp(`^Nyhetsbrevet skickades inte, ${number}$`);
    for (const reader of [colleague, contactPoint]) {
      const said = await mail(reader, subject);
      expect(said.parsed.text).toContain('8 veckor sedan sista dagen');
      expect(said.parsed.text).toContain('Skriv ett nyhetsbrev');
      expect(said.parsed.text).toContain(`/sodertalje/desk/cases/${caseId}`);
    }
    expect(await stateOf()).toBe('closed');
    const later = await signIn(system.url, 'sodertalje', 'officer');
    const { events } = await later.read<DeskCaseView>(`/api/sodertalje/desk/cases/${caseId}`);
    expect(events.map(({ event }) => event)).toContain('newsletterLapsed');

    // Months later nobody has heard more of it, and nobody ever got it.
    await conductor.advanceTo(weeks(weeksUntilLapse + 20));
    expect(mailsTo(colleague, overdue)).toHaveLength(weeksUntilLapse);
    expect(mailsTo(colleague, subject)).toHaveLength(1);
    expect(mailsTo(contactPoint, subject)).toHaveLength(1);
    expect(await lettersOf(caseId)).toEqual([]);
  });
});
