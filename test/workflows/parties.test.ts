import { randomUUID } from 'node:crypto';
import { issueLink } from '../../database/repositories/link.repository';
import type { DeskCaseView, DeskParty, DeskPartyItem } from '../../domain/api/desk';
import { openReports } from '../../domain/party';
import type { CaseView, PartyView, Problem, ReceiptView, TaskView } from '../../domain/api/shapes';
import { ApiClient } from '../support/api-client';
import { newOrganisationNumber } from '../support/applications';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { FollowUps, ratingsFor } from '../support/follow-ups';
import { signIn } from '../support/officials';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { startSystem, type Mail, type System } from '../support/system';
import { forward } from '../support/temporal';
import { officer, walkToRegister } from '../support/walks';

/** What becomes of an organisation after it has acceded. */
suiteNeeding('poppler')('a party', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let desk: ApiClient;
    let count = 0;

    beforeAll(async () => {
      system = await startSystem(kind);
      desk = await signIn(system.url, 'sodertalje', 'officer');
    });
    afterAll(() => system.close());

    interface Party {
      name: string;
      number: string;
      coordinator: string;
      signatory: string;
    }

    async function aParty(): Promise<Party> {
      count += 1;
      const name = `Förening ${count} ${kind}`;
      const number = newOrganisationNumber();
      const coordinator = `c${count}-${kind}@lyktan.example`;
      const signatory = `s${count}-${kind}@lyktan.example`;
      await walkToRegister(system, {
        organisationName: name,
        organisationNumber: number,
        coordinatorEmail: coordinator,
        signatoryEmail: signatory,
      });
      return { name, number, coordinator, signatory };
    }

    const sender = () => `sender${count}-${kind}@lyktan.example`;

    function send(
      party: Partial<Party>,
      answers: object,
      api = new ApiClient(system.url),
      path = '/api/sodertalje/applications',
    ) {
      return api.post(path, {
        submissionKey: randomUUID(),
        formId: 'party-change',
        formVersion: 1,
        answers: {
          organisationName: party.name,
          organisationNumber: party.number,
          senderName: 'Ny Kassör',
          senderEmail: sender(),
          ...answers,
        },
      });
    }

    async function report(party: Party, answers: object): Promise<ReceiptView> {
      const response = await send(party, answers);
      if (response.status !== 201) throw new Error(await response.text());
      return (await response.json()) as ReceiptView;
    }

    const asksToConfirm = ({ number }: ReceiptView) =>
      new RegExp(`^Bekräfta senast .*, ${number}$`);
    const confirmed = { outcome: 'answered', signedName: 'Olof Berg', signedRole: 'Ordförande' };
    const changed = ({ number }: ReceiptView) => new RegExp(`^Registret är ändrat .*, ${number}$`);

    async function letterIn(mail: Mail): Promise<string> {
      const response = await fetch(new URL(mail.attachments[0]?.url ?? '', system.inboxUrl));
      return pdfText(Buffer.from(await response.arrayBuffer())).replace(/\s+/g, ' ');
    }

    async function inRegister({ number }: Party): Promise<PartyView | undefined> {
      const { parties } = await new ApiClient(system.url).read<{ parties: PartyView[] }>(
        '/api/sodertalje/parties',
      );
      return parties.find((each) => each.organisationNumber === number);
    }

    async function atDesk({ number }: Party): Promise<DeskParty> {
      const found = await desk.post('/api/sodertalje/desk/parties/search', { search: number });
      const { parties } = (await found.json()) as { parties: DeskPartyItem[] };
      return desk.read<DeskParty>(`/api/sodertalje/desk/parties/${parties[0]?.id}`);
    }

    it('gets a new coordinator once its signatory has confirmed it, and everybody is told', async () => {
      const party = await aParty();
      const newCoordinatorEmail = `new${count}-${kind}@lyktan.example`;
      const receipt = await report(party, {
        change: 'coordinator',
        newCoordinatorName: 'Eva Kvist',
        newCoordinatorEmail,
        publishContact: 'yes',
      });
      const asked = await system.mail(party.signatory, asksToConfirm(receipt));
      expect(await letterIn(asked)).toContain('Eva Kvist');
      expect((await inRegister(party))?.contact).toBeNull();
      const { api, target } = await system.follow(asked);
      const task = await api.read<TaskView>(`/api/sodertalje/tasks/${target.id}`);
      expect(task.kind).toBe('confirm');
      await system.answer(asked, confirmed);
      await system.until(receipt, 'completed');
      for (const address of [sender(), party.coordinator, newCoordinatorEmail, party.signatory]) {
        await system.mail(address, changed(receipt));
      }
      const letter = await letterIn(await system.mail(newCoordinatorEmail, changed(receipt)));
      expect(letter).toContain('har fört in en ny samverkansansvarig för');
      expect(letter).toContain('Olof Berg, Ordförande');
      expect(letter).not.toContain(sender());
      expect((await inRegister(party))?.contact).toEqual({
        name: 'Eva Kvist',
        email: newCoordinatorEmail,
      });
      expect((await atDesk(party)).events.map(({ event }) => event)).toEqual([
        'acceded',
        'coordinatorChanged',
      ]);
    });

    it('is signed for by its new signatories from the next change on', async () => {
      const party = await aParty();
      const successors = ['a', 'b'].map((who) => `${who}${count}-${kind}@lyktan.example`);
      const change = await report(party, {
        change: 'signatories',
        signatories: successors.map((email, i) => ({
          name: `Ny ${i}`,
          email,
          capacity: i === 0 ? 'chair' : 'treasurer',
        })),
        signingRule: 'jointly',
      });
      await system.answer(await system.mail(party.signatory, asksToConfirm(change)), confirmed);
      await system.until(change, 'completed');
      const leaving = await report(party, { change: 'withdrawal' });
      for (const email of successors) {
        expect((await inRegister(party))?.organisationName).toBe(party.name);
        await system.answer(await system.mail(email, asksToConfirm(leaving)), confirmed);
      }
      await system.until(leaving, 'completed');
      expect(await inRegister(party)).toBeUndefined();
      const letter = await letterIn(await system.mail(successors[0]!, changed(leaving)));
      expect(letter).toContain(`${party.name} har lämnat samverkansöverenskommelsen`);
      const { ended, events } = await atDesk(party);
      expect(ended?.how).toBe('withdrawn');
      expect(events.map(({ event }) => event)).toEqual([
        'acceded',
        'signatoriesChanged',
        'withdrawn',
      ]);
    });

    it.each([
      ['merger', { mergedInto: 'Storföreningen' }, 'har gått upp i Storföreningen', 'merged'],
      ['dissolution', {}, 'har upphört', 'dissolved'],
    ])('leaves by %s', async (change, details, sentence, how) => {
      const party = await aParty();
      const receipt = await report(party, { change, ...details });
      await system.answer(await system.mail(party.signatory, asksToConfirm(receipt)), confirmed);
      await system.until(receipt, 'completed');
      expect(await letterIn(await system.mail(sender(), changed(receipt)))).toContain(sentence);
      expect((await atDesk(party)).ended?.how).toBe(how);
      expect(await inRegister(party)).toBeUndefined();
      const again = await send(party, { change: 'withdrawal' });
      expect(((await again.json()) as Problem).code).toBe('organisation.notParty');
    });

    it('stays as it is when the signatory says that it is wrong, or nobody answers', async () => {
      const party = await aParty();
      const wrong = await report(party, { change: 'dissolution' });
      const reasons = 'Vi finns kvar.';
      const asked = await system.mail(party.signatory, asksToConfirm(wrong));
      await system.answer(asked, { outcome: 'decline', reasons });
      await system.until(wrong, 'closed');
      const closed = await system.mail(sender(), new RegExp(`är avslutat, ${wrong.number}$`));
      expect(await letterIn(closed)).toContain(reasons);

      const silent = await report(party, { change: 'withdrawal' });
      await system.mail(party.signatory, asksToConfirm(silent));
      await forward(system.temporal.client, system.workflowId(silent), '33 days');
      const draft = await system.mail(officer, new RegExp(`inte svarat, ${silent.number}`));
      await system.answer(draft, { outcome: 'close', reasons: 'Inget svar.' });
      await system.until(silent, 'closed');
      expect((await inRegister(party))?.organisationName).toBe(party.name);
    });

    /** With a link to the case in hand, whoever may have got one. */
    async function withdraws(caseId: string, email: string): Promise<number> {
      const token = await system.server.database.transaction('sodertalje', (tx) =>
        issueLink(tx, 'sodertalje', {
          case_id: caseId,
          task_id: null,
          generation: 1,
          recipient_email: email,
          document_sha256: null,
          issued_at: new Date(),
        }),
      );
      const { api } = await system.open(token);
      const path = `/api/sodertalje/cases/${caseId}/withdrawal`;
      return (await api.post(path, { reason: 'Vi vill inte.' })).status;
    }

    it('is told and heard before it is excluded, with reasons and how to have that tried', async () => {
      const party = await aParty();
      const { id } = await atDesk(party);
      const begin = (api: ApiClient) =>
        api.post(`/api/sodertalje/desk/parties/${id}/exclusion`, {
          submissionKey: randomUUID(),
          answers: { grounds: 'Föreningen har stängt ute medlemmar på grund av ursprung.' },
        });
      expect((await begin(new ApiClient(system.url))).status).toBe(401);
      const begun = (await (await begin(desk)).json()) as { caseId: string; number: string };
      const asked = await system.mail(
        party.coordinator,
        new RegExp(`överväger att utesluta .*, ${begun.number}$`),
      );
      expect(await letterIn(asked)).toContain('stängt ute medlemmar');
      await system.answer(asked, { comment: 'Det har vi rättat till.' });
      const review = await system.mail(
        officer,
        new RegExp(`^Besluta senast .*uteslutning av .*, ${begun.number}$`),
      );
      const { api, target } = await system.follow(review);
      const task = await api.read<TaskView>(`/api/sodertalje/tasks/${target.id}`);
      expect(task.opinions.map(({ comment }) => comment)).toEqual(['Det har vi rättat till.']);
      const reasons = 'Rättelsen räcker inte.';
      await system.answer(review, { outcome: 'approve', reasons });
      const decision = await letterIn(
        await system.mail(
          party.coordinator,
          new RegExp(`^Beslut om uteslutning av .*, ${begun.number}$`),
        ),
      );
      expect(decision).toContain(
        `Södertälje kommun utesluter ${party.name} ur samverkansöverenskommelsen.`,
      );
      expect(decision).toContain(reasons);
      expect(decision).toContain('Så kan beslutet prövas i domstol');
      await eventually('it has left', async () => (await inRegister(party)) === undefined);
      expect((await atDesk(party)).ended?.how).toBe('excluded');
    });

    it('may keep silent, and stays when it is not excluded', async () => {
      const party = await aParty();
      const { id } = await atDesk(party);
      const response = await desk.post(`/api/sodertalje/desk/parties/${id}/exclusion`, {
        submissionKey: randomUUID(),
        answers: { grounds: 'Föreningen svarar inte.' },
      });
      const { caseId, number } = (await response.json()) as { caseId: string; number: string };
      await system.mail(party.coordinator, new RegExp(`utesluta .*, ${number}$`));
      expect(await withdraws(caseId, party.coordinator)).toBe(404);
      const atTheDesk = await desk.post(`/api/sodertalje/desk/cases/${caseId}/interventions`, {
        kind: 'withdraw',
        reason: 'De vill inte.',
      });
      expect(atTheDesk.status).toBe(404);
      await forward(system.temporal.client, `sodertalje/${caseId}`, '33 days');
      const review = await system.mail(officer, new RegExp(`^Besluta .*, ${number}$`));
      await system.answer(review, { outcome: 'refuse', reasons: 'De svarade till slut.' });
      const decision = await letterIn(
        await system.mail(party.coordinator, new RegExp(`^Beslut om .*, ${number}$`)),
      );
      expect(decision).toContain('utesluter inte');
      expect(decision).not.toContain('domstol');
      expect((await inRegister(party))?.organisationName).toBe(party.name);
    });

    /** Opened by a mailed link, a case of its own. */
    async function ownCase(email: string, subject: RegExp) {
      const { api, target } = await system.follow(await system.mail(email, subject));
      return { api, caseId: target.id };
    }

    it('is locked out by nobody who reports in its name', async () => {
      const party = await aParty();
      for (let nth = 0; nth < openReports; nth += 1) await report(party, { change: 'dissolution' });
      const oneMore = await send(party, { change: 'withdrawal' });
      expect(((await oneMore.json()) as Problem).code).toBe('party.tooManyReports');
      const { api, caseId } = await ownCase(party.coordinator, /^Beslut om ansökan/);
      const view = await api.read<CaseView>(`/api/sodertalje/cases/${caseId}`);
      expect(view.reportAddress).toBe('party-change');
      const path = `/api/sodertalje/cases/${caseId}/reports`;
      const own = await send(party, { change: 'withdrawal' }, api, path);
      expect(own.status).toBe(201);
      const receipt = (await own.json()) as ReceiptView;
      const strangers = await aParty();
      const aboutAnother = await send(strangers, { change: 'dissolution' }, api, path);
      expect(aboutAnother.status).toBe(201);
      await system.answer(await system.mail(party.signatory, asksToConfirm(receipt)), confirmed);
      await system.until(receipt, 'completed');
      expect(await inRegister(party)).toBeUndefined();
      expect(await inRegister(strangers)).toBeDefined();
    });

    it('may be reported about by strangers without this becoming a link of its own', async () => {
      const party = await aParty();
      const receipt = await report(party, { change: 'dissolution' });
      const { api, target } = await system.open(receipt.statusToken);
      const view = await api.read<CaseView>(`/api/sodertalje/cases/${target.id}`);
      expect(view.reportAddress).toBeNull();
      const path = `/api/sodertalje/cases/${target.id}/reports`;
      for (let nth = 1; nth < openReports; nth += 1) {
        expect((await send(party, { change: 'dissolution' }, api, path)).status).toBe(201);
      }
      expect((await send(party, { change: 'dissolution' }, api, path)).status).toBe(409);
    });

    it('is excluded beside reports that nobody has confirmed, which end with it', async () => {
      const party = await aParty();
      const reported = await report(party, { change: 'withdrawal' });
      const asked = await system.mail(party.signatory, asksToConfirm(reported));
      const { id } = await atDesk(party);
      const exclude = () =>
        desk.post(`/api/sodertalje/desk/parties/${id}/exclusion`, {
          submissionKey: randomUUID(),
          answers: { grounds: 'Föreningen finns inte på riktigt.' },
        });
      const begun = await exclude();
      expect(begun.status).toBe(201);
      const { number } = (await begun.json()) as { number: string };
      const { openCases, mayBeExcluded } = await atDesk(party);
      expect(openCases.map((each) => each.number)).toEqual([reported.number, number]);
      expect(mayBeExcluded).toBe(false);
      expect(((await (await exclude()).json()) as Problem).code).toBe('party.hasOpenCase');
      const hearing = await system.mail(party.coordinator, new RegExp(`utesluta .*, ${number}$`));
      await system.answer(hearing, { comment: 'Nej.' });
      const review = await system.mail(officer, new RegExp(`^Besluta senast .*, ${number}$`));
      await system.answer(review, { outcome: 'approve', reasons: 'Den finns inte.' });
      await system.until(reported, 'closed');
      const closed = await system.mail(sender(), new RegExp(`är avslutat, ${reported.number}$`));
      expect(await letterIn(closed)).toContain('Organisationen är inte längre ansluten.');
      const late = await system.follow(asked).then(
        ({ api, target }) =>
          api.post(`/api/sodertalje/tasks/${target.id}/answer`, { answers: confirmed }),
        () => undefined,
      );
      expect(late?.status ?? 404).not.toBe(200);
      expect((await atDesk(party)).ended?.how).toBe('excluded');
    });

    it('is not made up: what is not in the register is not changed', async () => {
      const unknown = await send(
        { name: 'Ingen', number: newOrganisationNumber() },
        { change: 'withdrawal' },
      );
      expect(unknown.status).toBe(409);
      expect(((await unknown.json()) as Problem).code).toBe('organisation.notParty');
      const exclusion = await new ApiClient(system.url).post('/api/sodertalje/applications', {
        submissionKey: randomUUID(),
        formId: 'party-exclusion',
        formVersion: 1,
        answers: { grounds: 'x' },
      });
      expect(exclusion.status).toBe(404);
    });

    it('that has left or merged is asked no more in the follow-up, and no reminder has to come', async () => {
      const years = new FollowUps(system, () => new Date());
      const [stays, leaves, merges] = [await aParty(), await aParty(), await aParty()];
      const followUp = await years.openToday();
      const change = async (party: Party, answers: object) => {
        const asked = await years.asked(party.coordinator, followUp);
        const { api, target } = await system.follow(asked);
        const receipt = await report(party, answers);
        await system.answer(await system.mail(party.signatory, asksToConfirm(receipt)), confirmed);
        await system.until(receipt, 'completed');
        const view = await years.read(asked);
        const late = await api.post(`/api/sodertalje/tasks/${target.id}/answer`, {
          answers: ratingsFor(view.form, [5]),
        });
        expect([view.state, ((await late.json()) as Problem).code]).toEqual([
          ...['closed', 'task.closed'],
        ]);
      };
      await change(leaves, { change: 'withdrawal' });
      await change(merges, { change: 'merger', mergedInto: stays.name });
      const { tasks, events } = await desk.read<DeskCaseView>(
        `/api/sodertalje/desk/cases/${followUp}`,
      );
      const open = tasks.flatMap(({ respondent, state }) => (state === 'open' ? respondent : []));
      expect(open).toContain(stays.name);
      expect(open).not.toContain(leaves.name);
      expect(open).not.toContain(merges.name);
      expect(events.filter(({ event }) => event === 'respondentLeft')).toHaveLength(2);
      await years.answer(await years.asked(stays.coordinator, followUp), [4]);
    });
  });
});
