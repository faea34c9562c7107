import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { handOverQuestions } from '../../activities/records/hand-over-questions';
import type { Recording } from '../../activities/records/record-steps';
import { getCase, lockCase } from '../../database/repositories/case.repository';
import { markAsked } from '../../database/repositories/collection.repository';
import { publishedReportBefore } from '../../database/repositories/report.repository';
import type { DeskCaseView } from '../../domain/api/desk';
import type { StoredReportContent } from '../../domain/follow-up/stored-report';
import type { Answers } from '../../domain/forms/types';
import { ApiClient } from '../support/api-client';
import { CommitteeRoom } from '../support/committees';
import { startConducted, type Conducted } from '../support/conducted';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { withoutFocusAreas } from '../support/focus-areas';
import { contactPoint, FollowUps, groupMembers } from '../support/follow-ups';
import { OwnTemporal } from '../support/own-temporal';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { comingYears } from '../support/years';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const [first] = comingYears;
const matter = (text: string) => ({ matters: [{ theme: 'premises', text }] }) as unknown as Answers;
const eva = 'eva@lyktan.example';
const newAtSena = 'ny@sena.example';

/** Somebody else takes over what a party was asked: by the desk, or because the coordinator has left. */
suiteNeeding('poppler')('a question that somebody else takes over', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('on %s', (kind) => {
    let conducted: Conducted;
    let system: Conducted['system'];
    let conductor: Conducted['conductor'];
    let year: FollowUps;
    let room: CommitteeRoom;
    let caseId: string;

    beforeAll(async () => {
      conducted = await startConducted(kind, temporal, { municipalities: [withoutFocusAreas] });
      ({ system, conductor } = conducted);
      year = new FollowUps(system, conductor.clock);
      room = new CommitteeRoom(system);
      await conductor.advanceTo(at(`${first}-09-14`));
      await year.beginWheel();
      for (const name of ['Lyktan', 'Flyttar', 'Sena']) await year.addParty(name);
      await conductor.advanceTo(at(`${first}-09-15`));
      caseId = await year.caseOf(first);
    });
    afterAll(() => conducted.close());

    const dialogueOf = (from: string) =>
      system.server.database.transaction('sodertalje', (tx) =>
        tx
          .selectFrom('dialogue')
          .innerJoin('cases', 'cases.id', 'dialogue.case_id')
          .select(['cases.id', 'cases.number'])
          .where('cases.organisation_name', '=', from)
          .executeTakeFirstOrThrow(),
      );

    it('is the same one when the desk gives it to somebody, and the answer counts', async () => {
      const lyktan = await year.asked('lyktan@foreningar.example', caseId);
      const { api, target } = await system.follow(lyktan);
      const changes = { longTermOwn: { was: null, now: '4' } };
      const draft = await api.put(`/api/sodertalje/tasks/${target.id}/draft`, { changes });
      expect(draft.status).toBe(200);
      const officer = await room.as('officer');
      const given = await officer.post(room.path('cases', caseId, 'interventions'), {
        ...{ kind: 'reassign', task: target.id, name: 'Eva Kvist', email: eva },
        reason: 'Samordnaren har slutat.',
      });
      expect(given.status).toBe(204);
      const asked = await year.asked(eva, caseId);
      expect(asked.text).toMatch(/Öppna\s+länken och skriv vem som tar över/);
      const view = await year.read(asked);
      expect(view).toMatchObject({ id: target.id, organisationName: 'Lyktan' });
      expect(view.draft?.answers).toEqual({ longTermOwn: '4' });
      expect((await api.get(`/api/sodertalje/tasks/${target.id}`)).ok).toBe(false);
      const { events } = await officer.read<DeskCaseView>(room.path('cases', caseId));
      expect(events.filter(({ event }) => event === 'reassigned')).toHaveLength(1);

      await conductor.advanceTo(at(`${first}-09-30`));
      await system.mail(eva, /^Påminnelse/);
      expect(await system.mailsTo('lyktan@foreningar.example')).toHaveLength(1);
      await year.answer(asked, [4], matter('Lokalen är låst.'));
      expect(await dialogueOf('Lyktan')).toBeDefined();
      expect(await year.deskTask(caseId, 'Lyktan')).toMatchObject({ state: 'answered' });
    });

    it('goes to the new coordinator also where it is asked in a dialogue', async () => {
      const old = 'flyttar@foreningar.example';
      await year.answer(await year.asked(old, caseId), [3], matter('Ingen ringer upp.'));
      const { id, number } = await dialogueOf('Flyttar');
      const mailOf = (to: string, subject: RegExp) =>
        system.mail(to, new RegExp(`${subject.source}.*${number}$`));
      await system.answer(await mailOf(contactPoint, /^Svara senast .*: klagomål/), {
        ...{ answer: 'Ring växeln.', answeredBy: 'Siv Sand' },
      });
      const replied = await mailOf(old, /^Kommunen har svarat/);
      const sent = await new ApiClient(system.url).post('/api/sodertalje/applications', {
        ...{ submissionKey: randomUUID(), formId: 'party-change', formVersion: 1 },
        answers: {
          ...{ organisationName: 'Flyttar', change: 'coordinator', publishContact: 'no' },
          ...{ newCoordinatorName: 'Bo Alm', newCoordinatorEmail: 'bo@flyttar.example' },
          ...{ senderName: 'Bo Alm', senderEmail: 'bo@flyttar.example' },
        },
      });
      expect([sent.status, await sent.text()]).toEqual([201, expect.any(String)]);
      await system.answer(await system.mail(`firma.${old}`, /^Bekräfta senast/), {
        ...{ outcome: 'answered', signedName: 'Olof Berg', signedRole: 'Ordförande' },
      });
      const handedOn = await mailOf('bo@flyttar.example', /^Kommunen har svarat/);
      const [paper] = handedOn.attachments;
      const pdf = await fetch(new URL(paper?.url ?? '', system.inboxUrl));
      expect(pdfText(Buffer.from(await pdf.arrayBuffer()))).toContain('Ring växeln.');
      await expect(system.follow(replied)).rejects.toThrow();
      await system.answer(handedOn, { outcome: 'close' });
      await eventually('it is closed', async () => (await year.state(id)) === 'completed');
    });

    it('goes to the new coordinator also where the old one is being asked at that moment', async () => {
      const { database } = system.server;
      const sena = await database.transaction('sodertalje', async (tx) => {
        const found = await tx
          .selectFrom('respondent')
          .select(['id', 'party_id', 'task_id'])
          .where('case_id', '=', caseId)
          .where('name', '=', 'Sena')
          .executeTakeFirstOrThrow();
        await tx
          .updateTable('respondent')
          .set({ task_id: null })
          .where('id', '=', found.id)
          .execute();
        return { respondentId: found.id, partyId: found.party_id!, taskId: found.task_id! };
      });
      const changeCoordinator = () =>
        database.transaction('sodertalje', async (tx) => {
          const current = await getCase(tx, 'sodertalje', caseId);
          const recording = { tx, current, at: conductor.clock() } as Recording;
          await handOverQuestions(recording, sena.partyId, { name: 'Ny', email: newAtSena });
        });
      let handingOver: Promise<void> | undefined;
      // It is asked in a transaction that is not done yet when the coordinator is changed in another.
      await database.transaction('sodertalje', async (tx) => {
        await lockCase(tx, 'sodertalje', caseId);
        await markAsked(tx, 'sodertalje', [sena]);
        handingOver = changeCoordinator();
        await setTimeout(500);
      });
      await handingOver;
      const { email } = await year.deskTask(caseId, 'Sena');
      expect(email).toBe(newAtSena);
    });

    it('is answered too late for the report that the group reviews, and that is said', async () => {
      await conductor.advanceTo(at(`${first}-10-16`));
      await year.until(caseId, 'reviewing');
      const sena = await year.asked(newAtSena, caseId);
      expect(await year.read(sena)).toMatchObject({ state: 'open', afterwards: false });
      await year.comment(caseId, 'Det går bra.');
      await year.latest(groupMembers[0]!, /Granska rapporten/, caseId);
      expect(await year.read(sena)).toMatchObject({ state: 'open', afterwards: true });
      await year.answer(sena, [1]);
      expect(await year.read(sena)).toMatchObject({ state: 'answered', afterwards: true });
      expect(await year.deskTask(caseId, 'Sena')).toMatchObject({ late: true, afterwards: true });
      expect(await year.deskTask(caseId, 'Lyktan')).toMatchObject({ afterwards: false });
      for (const member of groupMembers) await year.review(caseId, member, { outcome: 'approve' });
      await year.until(caseId, 'awaitingDecision');
      const { report } = (await year.reports(caseId)).at(-1)!.content as StoredReportContent;
      expect(report.response[0]).toMatchObject({ answered: 2, late: 0 });
      // It is final, and nobody has read it yet: the next year is compared with what was public.
      const before = await system.server.database.transaction('sodertalje', (tx) =>
        publishedReportBefore(tx, 'sodertalje', first + 1),
      );
      expect(before).toBeUndefined();
    });
  });
});
