import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { Writable } from 'node:stream';
import { createTransport } from 'nodemailer';
import { randomUUID } from 'node:crypto';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import type { DeskPartyItem } from '../../domain/api/desk';
import type { ReceiptView, TaskView } from '../../domain/api/shapes';
import { stockholmDate } from '../../domain/calendar';
import { installRuntime } from '../../worker/runtime';
import { wakeSignal } from '../../workflows/messages';
import { smtpError, startSmtpServer } from '../mail/smtp-server-for-test';
import { ApiClient } from '../support/api-client';
import { anApplication, newOrganisationNumber } from '../support/applications';
import { CommitteeRoom, meetToday } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { exportWorkflows } from '../support/exported-histories';
import { beginChoice } from '../support/focus-areas';
import { contactPoint, FollowUps } from '../support/follow-ups';
import { FirstAgreements, surveyAnswers } from '../support/first-agreements';
import { Forums } from '../support/forums';
import { Newsletters, oneClick } from '../support/newsletters';
import { signIn } from '../support/officials';
import { refuseRows } from '../support/refuse-rows';
import { TransferDesk, verified } from '../support/transfers';
import { startSystem, tokenIn, type System } from '../support/system';
import { approve, officer, passFirstReminder, sign } from '../support/walks';
import { comingYears } from '../support/years';
import { asksForReview, asksForSignature } from '../support/subjects';

const number = newOrganisationNumber();
const phone = '070 818 27 36';

/** Unmistakable answers to every question there is. */
const marked = (name: string) => ({
  organisationName: `Sentinelförening ${name}`,
  coordinatorName: `Sentinel Samordnare ${name}`,
  coordinatorEmail: `sentinel.coordinator.${name}@lyktan.example`,
  coordinatorPhone: phone,
  signatoryName: `Sentinel Firmatecknare ${name}`,
  signatoryEmail: `sentinel.signatory.${name}@lyktan.example`,
  publishContact: 'no',
  district: `Sentinelstad ${name}`,
  activities: ['other'],
  otherActivity: `Sentinelverksamhet ${name}`,
  languages: ['other'],
  otherLanguage: 'sentinelska',
  ...Object.fromEntries(
    [
      ...['longTerm', 'openness', 'diversity', 'independence', 'dialogue', 'quality', 'community'],
      ...['needs', 'expectations', 'goodCooperation'],
    ].map((id) => [id, `Sentinelbidrag\n    at sentinel (${name}, ${id})`]),
  ),
});
const withoutNumber = { hasNumber: 'no', organisationNumber: '', noNumberReason: 'Sentinelskäl' };
const signature = {
  outcome: 'answered',
  signedName: 'Sentinel Underskrift',
  signedRole: 'Sentinelroll',
  authorised: true,
};

/** What must not leave the database, the mails and the documents. */
const personal = [
  'sentinel',
  phone,
  phone.replaceAll(' ', ''),
  number,
  number.replace('-', ''),
  officer,
];

const refused = 'sentinel.coordinator.refused@lyktan.example';

/** What a process would have printed. */
class Log extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

describe.each(databaseKinds())('personal data on %s', (kind) => {
  const log = new Log();
  const urls: string[] = [];
  const tokens: string[] = [];
  /** The one token that may stand in an address: it does nothing but end a subscription. */
  let inPath = '';
  let system: System;
  let smtp: Awaited<ReturnType<typeof startQuotingSmtpServer>>;
  const listen = (message: unknown) => {
    const { request } = message as { request: IncomingMessage };
    if (request.headers.host === new URL(system.url).host) urls.push(request.url ?? '');
  };

  beforeAll(async () => {
    installRuntime('trace', log);
    smtp = await startQuotingSmtpServer(refused);
    system = await startSystem(kind, {
      smtpUrl: (inboxSmtpUrl) => smtp.before(inboxSmtpUrl),
      logLevel: 'trace',
      logTo: log,
    });
    subscribe('http.server.request.start', listen);
  });
  afterAll(async () => {
    unsubscribe('http.server.request.start', listen);
    await system.close();
    await smtp.stop();
  });

  it('is in the answers of a whole case, with a link that is asked for again', async () => {
    const answers = { ...marked('whole'), organisationNumber: number };
    const receipt = await system.apply(answers);
    tokens.push(receipt.statusToken);
    await approve(system, receipt);
    await system.until(receipt, 'awaitingSignature');
    const wanted = { number: receipt.number, email: answers.signatoryEmail };
    await system.mail(wanted.email, asksForSignature(receipt.number));
    await new ApiClient(system.url).post('/api/sodertalje/links/requests', wanted);
    const mails = await eventually('the new link is mailed', async () => {
      const all = await system.mailsTo(wanted.email);
      return all.length > 1 && all;
    });
    tokens.push(...mails.map(tokenIn));
    await system.answer(mails.at(-1)!, signature);
    await system.until(receipt, 'completed');
  });

  it('is in the reasons of a refusal', async () => {
    const receipt = await system.apply({ ...marked('refusal'), ...withoutNumber });
    const asked = await system.mail(officer, asksForReview(receipt.number));
    await system.answer(asked, { outcome: 'refuse', reasons: 'Sentinelskäl för beslutet' });
    await system.until(receipt, 'rejected');
    await eventually('the decision is mailed', async () =>
      (await system.mailsTo(marked('refusal').coordinatorEmail)).at(1),
    );
  });

  it('is in the questions about an application, and in what is answered to them', async () => {
    const answers = { ...marked('asked'), ...withoutNumber };
    const receipt = await system.apply(answers);
    const asked = await system.mail(officer, asksForReview(receipt.number));
    const questions = [{ about: 'whole', question: 'Sentinelfråga till föreningen?' }];
    await system.answer(asked, { outcome: 'return', questions });
    const completion = await system.mail(answers.coordinatorEmail, /^Svara på frågor/);
    tokens.push(tokenIn(completion));
    const { api, target } = await system.follow(completion);
    const task = await api.read<TaskView>(`/api/sodertalje/tasks/${target.id}`);
    await system.answer(completion, {
      ...task.completion?.answers,
      community: 'Sentinelsvar på frågan',
    });
    await system.until(receipt, 'reviewing');
    const applicant = await system.open(receipt.statusToken);
    await applicant.api.post(`/api/sodertalje/cases/${receipt.caseId}/withdrawal`, {
      reason: 'Sentinelskäl att dra tillbaka',
    });
    await system.until(receipt, 'closed');
  });

  it('is in what is reported about a party, and in what is held against it', async () => {
    const sender = 'sentinel.sender@lyktan.example';
    const reported = await new ApiClient(system.url).post('/api/sodertalje/applications', {
      submissionKey: randomUUID(),
      formId: 'party-change',
      formVersion: 1,
      answers: {
        organisationName: 'Sentinelförening whole',
        organisationNumber: number,
        change: 'coordinator',
        newCoordinatorName: 'Sentinel Ny',
        newCoordinatorEmail: 'sentinel.new@lyktan.example',
        publishContact: 'no',
        remark: 'Sentinelanmärkning',
        senderName: 'Sentinel Avsändare',
        senderEmail: sender,
      },
    });
    const change = (await reported.json()) as ReceiptView;
    const { signatoryEmail } = marked('whole');
    const confirm = await system.mail(signatoryEmail, /^Bekräfta senast/);
    tokens.push(tokenIn(confirm));
    await system.answer(confirm, { ...signature, authorised: undefined });
    await system.until(change, 'completed');
    const desk = await signIn(system.url, 'sodertalje', 'officer');
    const found = await desk.post('/api/sodertalje/desk/parties/search', { search: number });
    const { parties } = (await found.json()) as { parties: DeskPartyItem[] };
    const path = `/api/sodertalje/desk/parties/${parties[0]?.id}/exclusion`;
    const grounds = 'Sentinelskäl för uteslutning';
    await desk.post(path, { submissionKey: randomUUID(), answers: { grounds } });
    const hearing = await system.mail('sentinel.new@lyktan.example', /överväger att utesluta/);
    tokens.push(tokenIn(hearing));
    await system.answer(hearing, { comment: 'Sentinelsvar före beslutet' });
    const review = await system.mail(officer, /^Besluta senast .*uteslutning/);
    await system.answer(review, { outcome: 'approve', reasons: 'Sentinelskäl för beslutet' });
    await system.mail('sentinel.new@lyktan.example', /^Beslut om uteslutning/);
  });

  it('is in a matter among committees, in what they decide and in what happens to that', async () => {
    const room = new CommitteeRoom(system);
    const day = stockholmDate(new Date());
    await meetToday(system, 'KFN');
    const said = (what: string) => `Sentinel${what} i nämnden`;
    const sent = await room.send({
      ...{ title: said('rubrik'), summary: said('sammanfattning'), matter: said('beskrivning') },
      ...{ consequences: said('kostnad'), basis: said('underlag'), recipients: said('mottagare') },
      order: 'atOnce',
      bodies: [{ committee: 'KFN', part: 'decide', proposal: said('förslag') }],
    });
    const { caseId } = await room.matterOf(sent.caseId, 'KFN');
    await room.decide(caseId, {
      serving: [{ name: said('ledamot'), party: 'Sentinel', seat: 'chair' }],
      conflicts: [{ name: said('jävig'), why: said('skäl') }],
      floorProposals: [{ name: said('yrkande'), proposal: said('yrkandetext') }],
      ...{ questions: said('proposition'), wording: said('beslut') },
      votes: [{ question: said('votering'), yes: '1', no: '0' }],
      reservations: [{ name: said('reservant'), text: said('reservation') }],
      ...{ outcome: 'approve', recipients: said('mottagare') },
    });
    await room.minutes(caseId, day, day);
    await room.happen(caseId, { kind: 'appealed', day, note: said('överklagande') });
    await room.happen(caseId, { kind: 'certified', day, note: '' }, 'registrar');
    const corrected = await room.correct(caseId, { wording: said('rättelse') });
    expect(corrected.status).toBe(204);
    await room.happen(caseId, { kind: 'annulled', day, note: said('dom') });
    await system.mail('officer@sodertalje.example', /^Rättat protokollsutdrag/);
    await eventually('the matter has ended', async () => {
      return (await room.read(caseId)).state === 'closed';
    });
  });

  it('is in a request for money, in what its controller says, and in its decision', async () => {
    const room = new CommitteeRoom(system);
    const desk = new TransferDesk(room);
    const said = (what: string) => `Sentinel${what} om pengar`;
    for (const committee of ['EN', 'KS', 'KF']) await meetToday(system, committee);
    const asked = await desk.begun({
      ...{ from: 'KS', to: 'EN', title: said('rubrik'), purpose: said('ändamål') },
      basis: said('underlag'),
    });
    await desk.verify(asked.caseId, { ...verified, cover: said('täckning') });
    for (const committee of ['EN', 'KS', 'KF']) {
      const { caseId } = await room.matterOf(asked.caseId, committee);
      const outcome = committee === 'KF' ? 'approve' : 'support';
      await room.decide(caseId, { outcome, wording: said('beslut'), adjustment: 'immediate' });
    }
    await desk.adopt('KS', comingYears[0], 1_000_000);
    await eventually('the year is posted', async () => {
      return (await desk.years(asked.caseId))[0]?.[1] === 'posted';
    });
  });

  it('is in what is proposed and voted on as focus areas', async () => {
    const years = new FollowUps(system, () => new Date());
    const email = await years.addParty('Sentinelförening som röstar');
    const proposals = [{ area: 'Sentinelförslag', why: 'Sentinelskäl', by: 'färre än fem' }];
    const caseId = await beginChoice(system, sodertalje, { year: 2024, proposals });
    const list = await years.latest(contactPoint, /^Gör en kort lista/, caseId);
    const candidates = [1, 2, 3, 4].map((i) => ({ area: `Sentinelområde ${i}` }));
    await system.answer(list, { candidates });
    const ballot = await years.latest(email, /^Rösta senast/, caseId);
    tokens.push(tokenIn(list), tokenIn(ballot));
    await system.answer(ballot, { areas: ['a1', 'a4'] });
  });

  it('is in what a party answers in the follow-up, and in what is said about the answers', async () => {
    const years = new FollowUps(system, () => new Date());
    const email = await years.addParty('Sentinelförening i uppföljningen');
    const caseId = await years.openToday();
    const asked = await years.asked(email, caseId);
    tokens.push(tokenIn(asked));
    const { form } = await years.read(asked);
    const comments = form.pages
      .flatMap(({ fields }) => fields)
      .filter(({ id, type }) => type === 'longText' && id.endsWith('Comment'));
    expect(comments.length).toBeGreaterThan(6);
    await years.answer(asked, [3], {
      ...Object.fromEntries(comments.map(({ id }) => [id, `Sentinelkommentar om ${id}`])),
      matters: [{ theme: 'contact', text: 'Sentinelklagomål' }],
      proposals: [{ area: 'Sentinelområde', why: 'Sentinelskäl' }],
    });
    // The complaint becomes a dialogue, which says more of the same kind.
    const reply = await system.mail(contactPoint, /klagomål eller fråga från/);
    tokens.push(tokenIn(reply));
    const answeredBy = 'Sentinel Kontaktpunkt';
    await system.answer(reply, { answer: 'Sentinelsvar på klagomålet', answeredBy });
    const replied = await system.mail(email, /^Kommunen har svarat/);
    tokens.push(tokenIn(replied));
    await system.answer(replied, { outcome: 'return', question: 'Sentinelföljdfråga' });
    tokens.push(tokenIn(await system.mail(contactPoint, /frågar vidare/)));
  });

  it('is in who is invited to a first agreement, and in what is answered', async () => {
    const first = new FirstAgreements(system);
    const [invited, contactEmail] = ['sentinel@inbjuden.example', 'sentinel@kontakt.example'];
    const caseId = await first.begin({
      ...{ title: 'Sentinelarbete', contactName: 'Sentinel Kontakt', contactEmail },
      organisations: [{ name: 'Sentinelförening', email: invited, language: 'sv' }],
    });
    const open = await system.mail(contactEmail, /^Öppna enkäten/);
    await first.answer(open, {
      lastDay: stockholmDate(new Date(Date.now() + 7 * 24 * 3600 * 1000)),
    });
    const asked = await system.mail(invited, /^Svara senast/);
    await first.answer(asked, surveyAnswers({ needs: 'Sentinelbehov' }));
    await first.answerOpenly(caseId, surveyAnswers({ who: 'Sentinelbyn' }));
    tokens.push(tokenIn(open), tokenIn(asked));
  });

  it('is in what somebody says who registers for a forum, and in what is written of it', async () => {
    const forums = new Forums(system);
    const caseId = await forums.announce({
      ...{ day: stockholmDate(new Date()), begins: '00:00', ends: '23:59' },
      ...{
        title: 'Sentinelforum',
        agenda: 'Sentinelprogram',
        facilitator: 'Sentinel Samtalsledare',
      },
    });
    const email = 'sentinel.besokare@besok.example';
    const needs = 'Sentinelbehov av hörslinga';
    const interpretation = 'Sentinelspråk';
    await forums.register(caseId, { name: 'Sentinel Besökare', email, needs, interpretation });
    await system.mail(email, /^Du är anmäld/);
    const scan = await forums.file(caseId, 'sentinel-underskrift.pdf');
    const entered = await forums.enter(caseId, {
      ...anApplication({ organisationName: 'Sentinelförening på forumet' }).answers,
      coordinatorEmail: 'sentinel.karin@forening.example',
      ...{ signingRule: 'oneAlone', seen: 'signing', scan: [scan] },
      signatories: [
        {
          ...{ name: 'Sentinel Karin', email: 'sentinel.karin@forening.example' },
          ...{ capacity: 'chair', signedThere: 'yes' },
        },
      ],
    });
    expect(entered.status).toBe(201);
    await system.mail('sentinel.karin@forening.example', /^Vi har tagit emot underskriften/);
  });

  it('is in who subscribes, and in the address by which a mail program ends that', async () => {
    const email = 'sentinel.prenumerant@besok.example';
    const newsletters = new Newsletters(system);
    await newsletters.ask(email);
    const confirm = tokenIn(await system.mail(email, /^Bekräfta/));
    tokens.push(confirm);
    await newsletters.confirm(confirm);
    const desk = await signIn(system.url, 'sodertalje', 'officer');
    const answers = { subject: 'Sentinelbrev', lead: 'Sentinelingress', english: 'no' };
    const begun = { submissionKey: randomUUID(), answers };
    expect((await desk.post('/api/sodertalje/desk/begin/newsletter', begun)).status).toBe(201);
    const asked = await system.mail(contactPoint, /^Skriv nyhetsbrevet/);
    tokens.push(tokenIn(asked));
    await system.answer(asked, { ...answers, outcome: 'approve' });
    const letter = await system.mail(email, /^Sentinelbrev$/);
    tokens.push(tokenIn(letter));
    // The header's address has the token in its path, as it must: the log tells of no address.
    inPath = tokenIn(letter);
    const path = `/unsubscribe/${inPath}`;
    expect((await oneClick(system.url + newsletters.path(path))).ok).toBe(true);
    expect(await newsletters.isThere(email)).toBe(false);
  });

  it('is in a refusal by the mail server, which needs attention and stops nothing', async () => {
    const answers = marked('refused');
    const receipt = await system.apply(answers);
    await approve(system, receipt);
    await sign(system, receipt, answers.signatoryEmail);
    await system.until(receipt, 'completed');
    const letters = await eventually('every letter has gone or failed', async () => {
      const all = await lettersOf(system, receipt);
      const isTold = all.some(({ template }) => template === 'letterRefused');
      const failed = all.filter(({ state }) => state === 'failed');
      return isTold && failed.length === 3 && all.every(({ state }) => state !== 'pending') && all;
    });
    const toRefused = letters.filter(({ recipient_email }) => recipient_email === refused);
    expect(
      toRefused.map(({ template, state, failure_code }) => [template, state, failure_code]),
    ).toEqual(
      ['applicationReceived', 'applicationApproved', 'agreementSigned'].map((template) => [
        template,
        'failed',
        'smtp.550',
      ]),
    );
    // Three arrived, and the contact point was told of those that did not.
    const others = letters.filter(({ template }) => template !== 'letterRefused');
    expect(others.filter(({ state }) => state === 'sent')).toHaveLength(3);
    expect(await attentionOf(system, receipt)).toEqual(['smtp.550', 'smtp.550', 'smtp.550']);
    expect(smtp.refusals()).toBeGreaterThan(0);
  });

  it('is in a row that the database refuses the worker, and the case goes on when it is mended', async () => {
    const receipt = await system.apply(marked('worker'));
    await system.mail(officer, asksForReview(receipt.number));
    const takeThem = await refuseRows(
      system.server.database,
      'letter',
      "new.template = 'reviewReminder'",
    );
    await passFirstReminder(system, receipt);
    await eventually('it needs attention', async () =>
      (await attentionOf(system, receipt)).includes('unexpected'),
    );
    await takeThem();
    const handle = system.temporal.client.workflow.getHandle(system.workflowId(receipt));
    await handle.signal(wakeSignal, 'retry');
    await system.mail(officer, new RegExp(`Påminnelse.*${receipt.number}`));
  });

  it('is in a row that the database refuses the server, which says so and takes it later', async () => {
    const receipt = await system.apply(marked('server'));
    const asked = await system.mail(officer, asksForReview(receipt.number));
    const { api, target } = await system.follow(asked);
    const takeThem = await refuseRows(
      system.server.database,
      'submission',
      'new.task_id is not null',
    );
    const answer = { answers: { outcome: 'refuse', reasons: 'Sentinelskäl\n    at sentinel' } };
    const path = `/api/sodertalje/tasks/${target.id}/answer`;
    const failed = await api.post(path, answer);
    expect(failed.status).toBe(500);
    expect(await failed.text()).not.toMatch(/sentinel/i);
    await takeThem();
    expect((await api.post(path, answer)).status).toBe(200);
    await system.until(receipt, 'rejected');
  });

  it('is nowhere in histories, memos, search attributes, ids, logs and addresses', async () => {
    const exported = await eventually('all cases are in the list', async () => {
      const text = await exportWorkflows(system);
      return text.split('accession').length > 5 && text;
    });
    // What ought to be there is found: payloads are decoded, both logs were heard.
    expect(exported).toMatch(/"caseId":"[0-9a-f-]{36}"/);
    expect(exported).toContain('committeeMatter');
    expect(exported).toContain('budgetTransfer');
    expect(exported).toContain('followUp');
    expect(exported).toContain('focusAreas');
    expect(exported).toContain('agreementWheel');
    expect(exported).toContain('dialogueForum');
    expect(exported).toContain('firstAgreement');
    expect(exported).toContain('subscriptionKeeping');
    expect(exported).toContain('unexpected');
    expect(log.text).toContain('activity failed');
    expect(log.text).toContain('unexpected error');
    expect(urls).toContain('/api/sodertalje/applications');
    for (const forbidden of [...personal, ...tokens]) {
      const addresses = forbidden === inPath ? '' : urls.join('\n');
      for (const text of [exported, log.text, addresses]) {
        expect(linesWith(text, forbidden)).toEqual([]);
      }
    }
  });
});

function linesWith(text: string, forbidden: string): string[] {
  const wanted = forbidden.toLowerCase();
  return text.split('\n').filter((line) => line.toLowerCase().includes(wanted));
}

function lettersOf(system: System, { caseId }: ReceiptView) {
  return system.server.database.transaction('sodertalje', (tx) =>
    tx.selectFrom('letter').selectAll().where('case_id', '=', caseId).orderBy('position').execute(),
  );
}

async function attentionOf(system: System, { caseId }: ReceiptView): Promise<string[]> {
  const rows = await system.server.database.transaction('sodertalje', (tx) =>
    tx.selectFrom('attention').select('code').where('case_id', '=', caseId).execute(),
  );
  return rows.map(({ code }) => code);
}

/** Passes letters on, except those to one address: there it answers 550 and quotes the address. */
async function startQuotingSmtpServer(address: string) {
  let target = '';
  let refusals = 0;
  const server = await startSmtpServer({
    onRcptTo(recipient, _session, done) {
      if (recipient.address !== address) return done();
      refusals += 1;
      done(smtpError(550, `5.1.1 <${recipient.address}> is unknown here`));
    },
    onData(stream, { envelope }, done) {
      const { mailFrom, rcptTo } = envelope;
      const from = mailFrom ? mailFrom.address : '';
      createTransport(target)
        .sendMail({ envelope: { from, to: rcptTo.map((each) => each.address) }, raw: stream })
        .then(() => done(), done);
    },
  });
  return {
    stop: server.stop,
    refusals: () => refusals,
    /** Its own address, when letters go on to another server's. */
    before(url: string) {
      target = url;
      return server.url;
    },
  };
}
