import { randomUUID } from 'node:crypto';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { getCase } from '../../database/repositories/case.repository';
import { forgetRegistrations } from '../../database/repositories/forum.repository';
import { intervene } from '../../server/use-cases/intervene';
import type { Conductor } from '../../scripts/rehearsal/conductor';
import type { DeskCaseView, PaperReceipt } from '../../domain/api/desk';
import { startConducted } from '../support/conducted';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { FollowUps } from '../support/follow-ups';
import { anOrganisation, Forums, signatory } from '../support/forums';
import { OwnTemporal } from '../support/own-temporal';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import type { System } from '../support/system';
import { yearOf } from '../support/years';

const at = (instant: string) => new Date(instant);
/** To come on every day that these tests run. */
const year = yearOf() + 1;
const office = 'utbildning@sodertalje.example';

suiteNeeding('poppler')('a dialogue forum', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let conductor: Conductor;
    let close: () => Promise<void>;
    let forums: Forums;
    let lyktan: string;

    beforeAll(async () => {
      ({ system, conductor, close } = await startConducted(kind, temporal));
      forums = new Forums(system);
      await conductor.advanceTo(at(`${year}-02-01T09:00:00Z`));
      lyktan = await new FollowUps(system, conductor.clock).addParty('Lyktan');
    });
    afterAll(() => close());

    const calendarIn = async (mail: { attachments: { filename: string; url: string }[] }) => {
      const file = mail.attachments.find(({ filename }) => filename === 'forum.ics');
      const response = await fetch(new URL(file!.url, system.inboxUrl));
      // Long lines are folded in the file (RFC 5545, 3.1).
      return (await response.text()).replace(/\r\n[ \t]/g, '');
    };

    it('invites everybody, tells them of a change, reminds them, and shares the notes', async () => {
      const caseId = await forums.announce({ day: `${year}-03-10` });
      const invited = await system.mail(lyktan, /^Välkommen till dialogforum 10 mars/);
      expect(invited.text).toContain(`10 mars ${year} klockan 17:30–20:00`);
      expect(invited.text).toContain('18.00 Samtal i grupper');
      expect(invited.text).toContain(`/sodertalje/forums/${caseId}`);
      const calendar = await calendarIn(invited);
      expect(calendar).toContain('METHOD:PUBLISH');
      expect(calendar).toContain(`DTSTART:${year}0310T163000Z`);
      expect(calendar).toContain(`DTEND:${year}0310T190000Z`);
      expect(calendar).toContain('SUMMARY:Unga och föreningslivet');
      await system.mail(office, /^Välkommen till dialogforum/);

      expect((await forums.register(caseId, { name: 'Ada' })).status).toBe(422);
      const ada = {
        name: 'Ada Ask',
        email: 'ada@besok.example',
        needs: 'Hörslinga',
        interpretation: 'Finska',
      };
      expect((await forums.register(caseId, ada)).status).toBe(204);
      const receipt = await system.mail(ada.email, /^Du är anmäld till dialogforum/);
      // Anybody may have typed the name.
      expect(receipt.text).not.toContain(ada.name);
      // Said once more it is changed, and nobody gets another mail.
      const again = { ...ada, email: 'ADA@besok.example', needs: 'Hörslinga och rullstol' };
      expect((await forums.register(caseId, again)).status).toBe(204);
      const { forum } = await forums.atDesk(caseId);
      expect(forum?.registrations).toMatchObject([
        { name: 'Ada Ask', language: 'sv', needs: again.needs, interpretation: 'Finska' },
      ]);
      // What somebody needs may tell of their health: who only reads sees nothing of it.
      const auditor = await forums.room.as('auditor');
      const seen = await auditor.read<DeskCaseView>(forums.room.path('cases', caseId));
      expect(seen.forum?.registrations).toMatchObject([
        { name: 'Ada Ask', needs: null, interpretation: null },
      ]);

      await conductor.advanceTo(at(`${year}-02-15T09:00:00Z`));
      expect((await forums.change(caseId, { day: `${year}-01-10` })).status).toBe(422);
      expect((await forums.change(caseId, { day: `${year}-03-17`, ends: '16:00' })).status).toBe(
        422,
      );
      expect((await forums.change(caseId, { day: `${year}-03-17` })).status).toBe(204);
      // The same once more changes nothing, and nobody hears of it.
      expect((await forums.change(caseId, { day: `${year}-03-17` })).status).toBe(204);
      const changed = await system.mail(lyktan, /^Ändrat: dialogforum 17 mars/);
      expect(await calendarIn(changed)).toContain('SEQUENCE:1');
      await system.mail('ADA@besok.example', /^Ändrat: dialogforum 17 mars/);

      // Who joins after that is invited when the others are reminded, and not reminded as well.
      const late = await new FollowUps(system, conductor.clock).addParty('Sena');
      await conductor.advanceTo(at(`${year}-03-15T12:00:00Z`));
      await system.mail(lyktan, /^Påminnelse: dialogforum 17 mars/);
      await system.mail(late, /^Välkommen till dialogforum 17 mars/);
      await conductor.advanceTo(at(`${year}-03-17T12:00:00Z`));
      expect((await forums.read(caseId)).state).toBe('coming');
      await conductor.advanceTo(at(`${year}-03-18T09:00:00Z`));
      await system.mail('officer@sodertalje.example', /^Skriv anteckningar från dialogforumet/);
      // What somebody needs is nobody's business any more.
      const { forum: over } = await forums.atDesk(caseId);
      expect(over?.registrations).toMatchObject([
        { name: 'Ada Ask', needs: null, interpretation: null },
      ]);
      expect((await forums.register(caseId, ada)).status).toBe(409);
      expect((await forums.change(caseId, { day: `${year}-04-01` })).status).toBe(409);
      const presentation = await forums.file(caseId, 'Bilder om unga.pdf');
      await forums.file(caseId, 'Närvarolista.pdf');
      await forums.writeNotes(caseId, {
        attended: '32',
        notes: 'Unga vill ha öppna lokaler på helgerna.',
        decisions: [{ decision: 'Kommunen ser över lokalerna', who: 'Kultur och fritid, i maj' }],
        nonDiscrimination: 'Alla ska känna sig välkomna.',
        presentations: [presentation],
      });
      await forums.until(caseId, 'completed');
      const notes = await system.mail(lyktan, /^Anteckningar från dialogforum 17 mars/);
      const pdf = await fetch(new URL(notes.attachments[0]!.url, system.inboxUrl));
      const text = pdfText(Buffer.from(await pdf.arrayBuffer()));
      for (const part of ['öppna lokaler', 'Kommunen ser över', 'Bilder om unga.pdf', '32']) {
        expect(text).toContain(part);
      }
      expect(await forums.lettersTo(caseId, lyktan)).toEqual([
        ...['forumInvitation', 'forumChanged', 'forumReminder', 'forumNotes'],
      ]);
      expect(await forums.lettersTo(caseId, late)).toEqual(['forumInvitation', 'forumNotes']);
      expect(await forums.lettersTo(caseId, 'ADA@besok.example')).toEqual([
        ...['forumChanged', 'forumReminder', 'forumNotes'],
      ]);
      // Two years after its case is closed nobody is known to have registered, only that somebody had.
      const closed = await eventually('it is closed', async () => {
        const { closed_at: at } = await system.server.database.transaction('sodertalje', (tx) =>
          getCase(tx, 'sodertalje', caseId),
        );
        return at ?? undefined;
      });
      const weed = (closedBy: Date) =>
        system.server.database.transaction('sodertalje', (tx) =>
          forgetRegistrations(tx, 'sodertalje', closedBy),
        );
      expect(await weed(new Date(closed.getTime() - 1))).toBe(0);
      expect(await forums.registrations(caseId)).toBe(1);
      expect(await weed(closed)).toBe(1);
      expect(await weed(closed)).toBe(0);
      expect((await forums.atDesk(caseId)).forum?.registrations).toEqual([]);
      expect(await forums.lettersTo(caseId, 'ADA@besok.example')).toEqual([]);
      expect(await forums.lettersTo(caseId, lyktan)).toHaveLength(4);
      expect(await forums.registrations(caseId)).toBe(1);
      const view = await forums.read(caseId);
      expect(view).toMatchObject({ state: 'held', notes: { attended: '32', hasDocument: true } });
      const [shared] = view.notes!.presentations;
      const file = (id: string) =>
        fetch(`${system.url}/api/sodertalje/forums/${caseId}/files/${id}`);
      expect((await file(shared!.id)).status).toBe(200);
      // What the notes do not name stays with the case.
      const records = (await forums.atDesk(caseId)).records;
      const list = records.find(({ title }) => title?.startsWith('Närvarolista'));
      expect((await file(list!.open!.id)).status).toBe(404);
    }, 240_000);

    it('has organisations sign there, each an accession at its confirmation, with evidence', async () => {
      const caseId = await forums.announce({ day: `${year}-04-14`, title: 'Anslut er' });
      await system.mail(lyktan, /^Välkommen till dialogforum 14 april/);
      const scan = await forums.file(caseId, 'Underskrifter.pdf');
      const signed = (answers: Record<string, unknown> = {}) =>
        forums.enter(caseId, anOrganisation({ scan: [scan], seen: 'signing', ...answers }));
      // Nobody has signed before the forum has begun.
      expect((await signed()).status).toBe(422);
      await conductor.advanceTo(at(`${year}-04-15T09:00:00Z`));
      const alone = [signatory('Karin', 'chair', 'yes'), signatory('Kalle', 'treasurer', 'no')];
      const jointly = { signatories: alone, signingRule: 'jointly' };
      const refused = await signed(jointly);
      expect(await refused.json()).toMatchObject({ code: 'forum.unsigned' });
      const elsewhere = { ...(scan as object), id: '00000000-0000-4000-8000-000000000000' };
      expect(await (await signed({ scan: [elsewhere] })).json()).toMatchObject({
        fields: { scan: 'fileUnknown' },
      });
      const key = randomUUID();
      const organisation = anOrganisation({ scan: [scan], seen: 'signing' });
      const twice = await Promise.all([
        forums.enter(caseId, organisation, key),
        forums.enter(caseId, organisation, key),
      ]);
      const entered = await Promise.all(twice.map((each) => each.json() as Promise<PaperReceipt>));
      expect(new Set(entered.map((each) => each.caseId)).size).toBe(1);
      const [{ caseId: acceded }] = entered as [PaperReceipt];
      await forums.until(acceded, 'completed');
      const welcome = await system.mail(
        'karin@forening.example',
        /^Vi har tagit emot underskriften för Kvarnens/,
      );
      expect(welcome.attachments).toHaveLength(2);
      const pdfs = await Promise.all(
        welcome.attachments.map(async ({ url }) => {
          const response = await fetch(new URL(url, system.inboxUrl));
          return pdfText(Buffer.from(await response.arrayBuffer()));
        }),
      );
      // Lines break where they will.
      const evidence = pdfs.join('\n').replace(/\s+/g, ' ');
      for (const part of [
        'vid ett dialogforum',
        `14 april ${year}`,
        'Underskrifter.pdf',
        'Karin',
      ]) {
        expect(evidence).toContain(part);
      }
      const { forum } = await forums.atDesk(caseId);
      expect(forum?.signed).toMatchObject([{ caseId: acceded, name: 'Kvarnens vänner' }]);
      const files = (await forums.atDesk(acceded)).records.map(({ title }) => title);
      expect(files).toContain('Underskrifter.pdf');
      // A party is not entered once more.
      const again = await forums.enter(caseId, organisation);
      expect(await again.json()).toMatchObject({ code: 'organisation.isParty' });
    }, 240_000);

    it('is said to be cancelled to whoever was invited', async () => {
      const caseId = await forums.announce({ day: `${year}-06-01`, title: 'Äldre och ensamhet' });
      await system.mail(lyktan, /^Välkommen till dialogforum 1 juni/);
      const wish = {
        caseId,
        wish: { kind: 'cancel' },
        reason: 'Sjukdom.',
        actor: 'official',
      } as const;
      await system.server.database.transaction('sodertalje', (tx) =>
        intervene(tx, sodertalje, wish, conductor.clock()),
      );
      system.server.nudgeRelay();
      const told = await system.mail(lyktan, /^Inställt: dialogforum 1 juni/);
      const calendar = await calendarIn(told);
      expect(calendar).toContain('METHOD:CANCEL');
      expect(calendar).toContain('STATUS:CANCELLED');
      await forums.until(caseId, 'closed');
      expect((await forums.read(caseId)).state).toBe('cancelled');
      const late = { name: 'Bo', email: 'bo@besok.example' };
      expect((await forums.register(caseId, late)).status).toBe(409);
    });
  });
});
