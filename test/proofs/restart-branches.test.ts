import { randomUUID } from 'node:crypto';
import { auditOfCase, firstBrokenEntry } from '../../database/repositories/audit.repository';
import type { CaseState } from '../../domain/api/shapes';
import type { DeskPartyItem } from '../../domain/api/desk';
import type { ReceiptView, TaskView } from '../../domain/api/shapes';
import { ApiClient } from '../support/api-client';
import { newOrganisationNumber } from '../support/applications';
import { CommitteeRoom, meetToday, place } from '../support/committees';
import { eventually } from '../support/eventually';
import { countersigner, members, withFullShape } from '../support/full-shape';
import { signIn } from '../support/officials';
import { OwnTemporal } from '../support/own-temporal';
import { asksForReview, asksForSignature } from '../support/subjects';
import { TransferDesk } from '../support/transfers';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { focusListsOf } from '../../database/repositories/focus.repository';
import { beginChoice, threeProposals } from '../support/focus-areas';
import { contactPoint, FollowUps } from '../support/follow-ups';
import { startSystem, type Mail, type System, type SystemOptions } from '../support/system';
import { beginAgain, officer, signature, walkToRegister } from '../support/walks';
import { comingYears } from '../support/years';

/** A case that waits for somebody, and how it goes on. */
interface Waiting {
  caseId: string;
  /** The mail that asks. */
  asked: Mail;
  answers: Record<string, unknown>;
  /** Where the answer leads. */
  to: CaseState;
}

const [ada, bo] = members;
const [first, second, third] = comingYears;

/**
 * Whatever a case waits for, Temporal may lose everything: the record starts it again, what was
 * answered meanwhile counts, and nobody is asked twice.
 */
describe('a case that waits for somebody starts again from the record', () => {
  const temporals: OwnTemporal[] = [];
  const systems: System[] = [];

  afterAll(async () => {
    for (const system of systems) await system.close();
    for (const temporal of temporals) await temporal.remove();
  });

  async function begin(options: SystemOptions = {}): Promise<[System, OwnTemporal]> {
    const temporal = await OwnTemporal.start();
    temporals.push(temporal);
    const system = await startSystem('pglite', { ...options, temporal: await temporal.connect() });
    systems.push(system);
    return [system, temporal];
  }

  /** The first half is answered while nothing runs, the others afterwards. */
  async function expectToGoOn(
    system: System,
    temporal: OwnTemporal,
    cases: readonly Waiting[],
  ): Promise<void> {
    const before = new Map(
      await Promise.all(cases.map(async (each) => [each, await mailsAbout(system, each)] as const)),
    );
    await system.worker.stop();
    const unseen = cases.filter((_, i) => i % 2 === 0);
    for (const { asked, answers } of unseen) await system.answer(asked, answers);
    await temporal.loseEverything();
    await temporal.begin();
    expect(await beginAgain(system, cases.length)).toBe(cases.length);
    await system.worker.start();
    for (const each of cases) {
      if (!unseen.includes(each)) await system.answer(each.asked, each.answers);
      await eventually(
        `it goes on to ${each.to}`,
        async () => (await stateOf(system, each.caseId)) === each.to,
      );
      const asking = (await mailsAbout(system, each)).filter(
        (id) => !before.get(each)?.includes(id),
      );
      expect(asking).toEqual([]);
      const audit = await system.server.database.transaction('sodertalje', (tx) =>
        auditOfCase(tx, 'sodertalje', each.caseId),
      );
      expect(firstBrokenEntry(audit)).toBeNull();
    }
  }

  /** Mails to whoever is asked, with the same subject: those that ask. */
  async function mailsAbout(system: System, { asked }: Waiting): Promise<string[]> {
    const mails = await system.mailsTo(asked.to[0] ?? '');
    return mails
      .filter(({ subject }) => subject === asked.subject)
      .map(({ messageId }) => messageId);
  }

  function stateOf(system: System, caseId: string): Promise<CaseState> {
    return system.server.database.transaction('sodertalje', async (tx) => {
      const found = await tx
        .selectFrom('cases')
        .select('state')
        .where('id', '=', caseId)
        .executeTakeFirstOrThrow();
      return found.state;
    });
  }

  it('in a completion, and in the changes and the exclusion of parties', async () => {
    const [system, temporal] = await begin();
    const cases: Waiting[] = [];
    for (const name of ['one', 'two']) {
      cases.push(await aCompletion(system, name));
      cases.push(await aReportedChange(system, name));
    }
    cases.push(await aHearing(system));
    await expectToGoOn(system, temporal, cases);
  }, 480_000);

  it('in every question of the full shape', async () => {
    const [system, temporal] = await begin({ municipalities: withFullShape });
    const cases = [await aCheck(system), await anOpinion(system), await aCountersignature(system)];
    await expectToGoOn(system, temporal, cases);
  }, 480_000);

  it('in a matter that goes round among committees', async () => {
    const [system, temporal] = await begin();
    const room = new CommitteeRoom(system);
    for (const committee of ['KFN', 'EN']) await meetToday(system, committee);
    const sent = await room.send({ order: 'atOnce', bodies: [place('KFN'), place('EN')] });
    const first = await room.matterOf(sent.caseId, 'KFN');
    const second = await room.matterOf(sent.caseId, 'EN');
    await room.asked(second.caseId, 'decide');
    await room.asked(first.caseId, 'decide');
    const [kfn, en] = ['kfn', 'en'].map((body) => `${body}-sekreterare@sodertalje.example`);
    for (const address of [kfn!, en!]) await system.mail(address, /./);
    await system.worker.stop();
    await room.decide(first.caseId);
    await temporal.loseEverything();
    await temporal.begin();
    expect(await beginAgain(system, 3)).toBe(3);
    await system.worker.start();
    await room.asked(first.caseId, 'minutes');
    expect((await room.read(sent.caseId)).circulations[0]).toMatchObject({
      state: 'open',
      done: 1,
    });
    await room.decide(second.caseId);
    await eventually(
      'the matter has been dealt with',
      async () => (await stateOf(system, sent.caseId)) === 'completed',
    );
    await room.asked(second.caseId, 'minutes');
    // Each was asked once what it decided, and once for its minutes.
    for (const address of [kfn!, en!]) {
      await eventually('the minutes are asked for', async () => {
        return (await system.mailsTo(address)).length >= 2;
      });
      expect(await system.mailsTo(address)).toHaveLength(2);
    }
  }, 480_000);

  it('in a transfer that waits for its controller, and in one that waits for a budget', async () => {
    const [system, temporal] = await begin();
    const room = new CommitteeRoom(system);
    const desk = new TransferDesk(room);
    for (const committee of ['KFN', 'KS', 'KF']) await meetToday(system, committee);
    const decided = await desk.begun();
    await desk.verify(decided.caseId);
    for (const committee of ['KFN', 'KS', 'KF']) {
      const { caseId } = await room.matterOf(decided.caseId, committee);
      await room.decide(caseId, {
        outcome: committee === 'KF' ? 'approve' : 'support',
        adjustment: 'immediate',
      });
    }
    await eventually('it waits for the budget', async () => {
      return (await desk.years(decided.caseId)).length === 3;
    });
    const requested = await desk.begun();
    await desk.toVerify(requested.caseId);
    const controller = 'controller@sodertalje.example';
    await eventually('both were asked about', async () => {
      return (await system.mailsTo(controller)).length === 2;
    });
    await system.worker.stop();
    await desk.adopt('KS', first, 1_000_000);
    await desk.verify(requested.caseId);
    await temporal.loseEverything();
    await temporal.begin();
    // Both transfers, and the three committees' cases, whose minutes are awaited.
    expect(await beginAgain(system, 5)).toBe(5);
    await system.worker.start();
    await room.matterOf(requested.caseId, 'KFN');
    await eventually('the year is posted', async () => {
      return (await desk.years(decided.caseId))[0]?.[1] === 'posted';
    });
    expect(await desk.years(decided.caseId)).toEqual([
      [first, 'posted', 4_300_000],
      [second, 'planned', 0],
      [third, 'planned', 0],
    ]);
    expect(await postingsOf(system, decided.caseId)).toBe(1);
    expect(await system.mailsTo(controller)).toHaveLength(2);
  }, 480_000);

  it('in a follow-up that waits for answers, and in the wheel that has opened it', async () => {
    const [system, temporal] = await begin();
    const years = new FollowUps(system, () => new Date());
    const emails = [await years.addParty('Den ena'), await years.addParty('Den andra')];
    const caseId = await years.openToday();
    const [first, second] = await Promise.all(emails.map((email) => years.asked(email, caseId)));
    await system.worker.stop();
    await years.answer(first!, [4], {
      // A case of its own, which no worker has heard of yet.
      matters: [{ theme: 'premises', text: 'Lokalen är låst.' }],
    });
    await temporal.loseEverything();
    await temporal.begin();
    expect(await beginAgain(system, 3)).toBe(3);
    await system.worker.start();
    await years.answer(second!, [3]);
    await eventually('both are at rest again', async () => {
      const { database } = system.server;
      const words = await database.transaction('sodertalje', (tx) =>
        tx.selectFrom('outbox').select('id').where('consumed_at', 'is', null).execute(),
      );
      return words.length === 0;
    });
    // Everybody was asked once, and the year was opened once.
    for (const email of emails) expect(await system.mailsTo(email)).toHaveLength(1);
    const opened = (await years.turns()).filter(({ state }) => state === 'opened');
    expect(opened.map((turn) => turn.caseId)).toEqual([caseId]);
    expect(await years.state(caseId)).toBe('awaitingReplies');
    // What it complained about was passed on, once, and goes on from where Temporal forgot it.
    const asked = await system.mail(contactPoint, /klagomål eller fråga från Den ena/);
    expect(await system.mailsTo(contactPoint)).toHaveLength(1);
    await system.worker.stop();
    await system.answer(asked, { answer: 'Ni får en nyckel.', answeredBy: 'Samordnaren' });
    await temporal.loseEverything();
    await temporal.begin();
    await beginAgain(system);
    await system.worker.start();
    await system.mail(emails[0]!, /^Kommunen har svarat/);
    expect(await system.mailsTo(emails[0]!)).toHaveLength(2);
  }, 480_000);

  it('in a vote on focus areas, where each votes once and is asked once', async () => {
    const [system, temporal] = await begin();
    const years = new FollowUps(system, () => new Date());
    const emails = [await years.addParty('Den ena'), await years.addParty('Den andra')];
    const begun = { year: 2025, proposals: threeProposals };
    const caseId = await beginChoice(system, sodertalje, begun);
    const list = await years.latest(contactPoint, /^Gör en kort lista/, caseId);
    await system.worker.stop();
    const areas = ['Lokaler', 'Unga', 'Information', 'Kultur'];
    await system.answer(list, { candidates: areas.map((area) => ({ area })) });
    await loseAndBeginAgain(system, temporal);
    const ballots = [];
    for (const email of emails) ballots.push(await years.latest(email, /^Rösta senast/, caseId));
    await system.worker.stop();
    await system.answer(ballots[0]!, { areas: ['a1'] });
    await loseAndBeginAgain(system, temporal);
    await system.answer(ballots[1]!, { areas: ['a1', 'a2'] });
    await years.until(caseId, 'awaitingReplies');
    for (const email of emails) expect(await system.mailsTo(email)).toHaveLength(1);
    const lists = await system.server.database.transaction('sodertalje', (tx) =>
      focusListsOf(tx, 'sodertalje', 2025),
    );
    expect(lists.map(({ version }) => version)).toEqual([1]);
    expect(await system.mailsTo(contactPoint)).toHaveLength(1);
  }, 480_000);

  /** While no worker runs. */
  async function loseAndBeginAgain(system: System, temporal: OwnTemporal): Promise<void> {
    await temporal.loseEverything();
    await temporal.begin();
    expect(await beginAgain(system, 1)).toBe(1);
    await system.worker.start();
  }

  async function postingsOf(system: System, caseId: string): Promise<number> {
    const rows = await system.server.database.transaction('sodertalje', (tx) =>
      tx.selectFrom('ledger_transaction').select('id').where('case_id', '=', caseId).execute(),
    );
    return rows.length;
  }

  async function apply(system: System, name: string): Promise<ReceiptView> {
    return system.apply({
      organisationName: name,
      coordinatorEmail: `c-${name}@lyktan.example`,
      signatoryEmail: `s-${name}@lyktan.example`,
    });
  }

  async function aCompletion(system: System, name: string): Promise<Waiting> {
    const { caseId, number } = await apply(system, `completion-${name}`);
    const review = await system.mail(officer, asksForReview(number));
    const questions = [{ about: 'whole', question: 'Berätta mer.' }];
    await system.answer(review, { outcome: 'return', questions });
    const asked = await system.mail(`c-completion-${name}@lyktan.example`, /^Svara på frågor/);
    const { api, target } = await system.follow(asked);
    const task = await api.read<TaskView>(`/api/sodertalje/tasks/${target.id}`);
    return { caseId, asked, answers: task.completion?.answers ?? {}, to: 'reviewing' };
  }

  async function aReportedChange(system: System, name: string): Promise<Waiting> {
    const organisationNumber = newOrganisationNumber();
    const signatoryEmail = `s-change-${name}@lyktan.example`;
    await walkToRegister(system, { organisationNumber, signatoryEmail });
    const response = await new ApiClient(system.url).post('/api/sodertalje/applications', {
      submissionKey: randomUUID(),
      formId: 'party-change',
      formVersion: 1,
      answers: {
        organisationName: 'Föreningen Lyktan',
        organisationNumber,
        change: 'withdrawal',
        senderName: 'Amina Ek',
        senderEmail: 'amina@lyktan.example',
      },
    });
    const { caseId } = (await response.json()) as ReceiptView;
    const asked = await system.mail(signatoryEmail, /^Bekräfta senast/);
    return { caseId, asked, answers: { ...signature, authorised: undefined }, to: 'completed' };
  }

  async function aHearing(system: System): Promise<Waiting> {
    const organisationNumber = newOrganisationNumber();
    const coordinatorEmail = 'c-hearing@lyktan.example';
    await walkToRegister(system, { organisationNumber, coordinatorEmail });
    const desk = await signIn(system.url, 'sodertalje', 'officer');
    const search = { search: organisationNumber };
    const found = await desk.post('/api/sodertalje/desk/parties/search', search);
    const { parties } = (await found.json()) as { parties: DeskPartyItem[] };
    const begun = await desk.post(`/api/sodertalje/desk/parties/${parties[0]?.id}/exclusion`, {
      submissionKey: randomUUID(),
      answers: { grounds: 'Medlemmar har stängts ute.' },
    });
    const { caseId } = (await begun.json()) as { caseId: string };
    const asked = await system.mail(coordinatorEmail, /överväger att utesluta/);
    return { caseId, asked, answers: { comment: 'Det stämmer inte.' }, to: 'reviewing' };
  }

  async function aCheck(system: System): Promise<Waiting> {
    const { caseId, number } = await apply(system, 'check');
    const asked = await toCheck(system, number);
    return { caseId, asked, answers: { outcome: 'refuse', reasons: 'Nej.' }, to: 'rejected' };
  }

  async function anOpinion(system: System): Promise<Waiting> {
    const { caseId, number } = await apply(system, 'opinion');
    await system.answer(await toCheck(system, number), { outcome: 'forward' });
    await opinion(system, ada, number);
    const asked = await asksForOpinion(system, bo, number);
    return { caseId, asked, answers: { outcome: 'support', comment: 'Ja.' }, to: 'reviewing' };
  }

  async function aCountersignature(system: System): Promise<Waiting> {
    const { caseId, number } = await apply(system, 'countersignature');
    await system.answer(await toCheck(system, number), { outcome: 'forward' });
    await opinion(system, ada, number);
    await opinion(system, bo, number);
    const review = await system.mail(officer, asksForReview(number));
    await system.answer(review, { outcome: 'approve' });
    const toSign = await system.mail('s-countersignature@lyktan.example', asksForSignature(number));
    await system.answer(toSign, signature);
    const asked = await system.mail(countersigner.email, /^Skriv under för kommunen/);
    return { caseId, asked, answers: signature, to: 'completed' };
  }

  const toCheck = (system: System, number: string) =>
    system.mail(officer, new RegExp(`^Kontrollera senast .*${number}$`));

  const asksForOpinion = (system: System, { email }: { email: string }, number: string) =>
    system.mail(email, new RegExp(`^Säg vad du tycker senast .*${number}$`));

  async function opinion(system: System, member: { email: string }, number: string) {
    await system.answer(await asksForOpinion(system, member, number), {
      outcome: 'support',
      comment: 'Ja.',
    });
  }
});
