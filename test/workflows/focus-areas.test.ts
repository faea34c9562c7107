import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { changeParty } from '../../database/repositories/party.repository';
import { lettersOfCase } from '../../database/repositories/letter.repository';
import { stockholmDate } from '../../domain/calendar';
import type { StoredReportContent } from '../../domain/follow-up/stored-report';
import type { Municipality } from '../../domain/municipality';
import { Conductor } from '../../scripts/rehearsal/conductor';
import { intervene } from '../../server/use-cases/intervene';
import { CommitteeRoom } from '../support/committees';
import { databaseKinds } from '../support/databases';
import { beginChoice, choiceOf, shownAreas, threeProposals } from '../support/focus-areas';
import { contactPoint, FollowUps, groupMembers } from '../support/follow-ups';
import { OwnTemporal } from '../support/own-temporal';
import { startSystem, type System } from '../support/system';
import { yearOf } from '../support/years';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const year1 = yearOf() + 1;
const year2 = year1 + 1;

const asksToVote = /^Rösta senast .*: vad ska vi samverka om\?/;
const asksForList = /^Gör en kort lista av fokusområden/;
const asksToChoose = /^Välj mellan fokusområden/;
const tells = /^Det här samverkar vi om nu/;

describe('the focus areas', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('that the parties vote on, on %s', (kind) => {
    let system: System;
    let conductor: Conductor;
    let years: FollowUps;
    let parties: string[];

    beforeAll(async () => {
      const connection = await temporal.connect();
      conductor = new Conductor(connection.client);
      system = await startSystem(kind, {
        temporal: connection,
        clock: conductor.clock,
        wake: (taskQueue) => conductor.wake(taskQueue),
      });
      years = new FollowUps(system, conductor.clock);
      await conductor.advanceTo(at(`${year1}-09-01`));
      await years.beginWheel();
      parties = [];
      for (const name of ['Lyktan', 'Stegen', 'Tysta', 'Utåt', 'Vinden', 'Ängen', 'Öppna']) {
        parties.push(await years.addParty(name));
      }
    });
    afterAll(() => {
      conductor.stop();
      return system.close();
    });

    /** The report of a year is published; the first parties have proposed what is worked on. */
    const published = async (year: number, proposals: readonly string[]) => {
      await conductor.advanceTo(at(`${year}-09-16`));
      const caseId = await years.caseOf(year);
      for (const [i, area] of proposals.entries()) {
        const asked = await years.asked(parties[i] ?? '', caseId);
        await years.answer(asked, [4], { proposals: [{ area, why: `Skäl ${i + 1}.` }] });
      }
      await conductor.advanceTo(at(`${year}-10-20`));
      await years.until(caseId, 'reviewing');
      await years.comment(caseId, 'Det går framåt.');
      for (const member of groupMembers) {
        await years.review(caseId, member, { outcome: 'approve' });
      }
      await years.until(caseId, 'awaitingDecision');
      await conductor.advanceTo(at(`${year}-11-20`));
      await years.note(caseId);
      await years.until(caseId, 'completed');
      return caseId;
    };

    const leave = (name: string) =>
      system.server.database.transaction('sodertalje', async (tx) => {
        const { id } = await tx
          .selectFrom('party')
          .select('id')
          .where('organisation_name', '=', name)
          .executeTakeFirstOrThrow();
        const endedOn = stockholmDate(conductor.clock());
        await changeParty(tx, 'sodertalje', id, { ended_on: endedOn, ended_how: 'withdrawn' });
      });

    const vote = async (i: number, caseId: string, areas: readonly string[]) =>
      system.answer(await years.latest(parties[i] ?? '', asksToVote, caseId), { areas });

    it('are proposed, listed, voted on by each party once, and told to everybody', async () => {
      await published(year1, ['Lokaler', 'lokaler.', 'Lokaler', 'LOKALER', 'Lokaler', 'Unga']);
      const caseId = await choiceOf(system, year1);
      const asked = await years.latest(contactPoint, asksForList, caseId);
      const view = await years.read(asked);
      const said = view.application.flatMap(({ rows }) => rows.map(({ value }) => value));
      expect(said[1]).toMatch(
        /^LOKALER\n(Skäl \d\.\n){5}Föreslaget av 5, alla från idéburen sektor$/,
      );
      expect(said[2]).toBe('Unga\nSkäl 6.\nFöreslaget av färre än fem');
      expect(view.completion?.answers).toEqual({
        candidates: [
          { area: 'LOKALER', why: 'Skäl 1.' },
          { area: 'Unga', why: 'Skäl 6.' },
        ],
      });
      const list = ['Lokaler', 'Unga', 'Integration', 'Information', 'Kultur'];
      await system.answer(asked, { candidates: list.map((area) => ({ area })) });

      const mail = await years.latest(parties[0] ?? '', asksToVote, caseId);
      const ballot = await years.read(mail);
      expect(ballot).toMatchObject({ organisationName: 'Lyktan', application: [], previous: null });
      expect(ballot.documents).toEqual([]);
      expect(mail.text).toContain('överenskommelse');
      expect(mail.text).not.toMatch(/[{}]/);
      const options = ballot.form.pages[0]?.fields[0]?.options;
      expect(options?.map((id) => ballot.form.texts.sv[`field.areas.option.${id}`])).toEqual(list);
      // Offices are told the result, and have no vote.
      const office = await system.mailsTo('utbildning@sodertalje.example');
      expect(office.filter(({ subject }) => asksToVote.test(subject))).toEqual([]);

      const { api, target } = await system.follow(mail);
      const answers = { areas: ['a1', 'a2', 'a3', 'a4'] };
      const path = `/api/sodertalje/tasks/${target.id}/answer`;
      expect((await api.post(path, { answers })).status).toBe(422);
      await vote(0, caseId, ['a1', 'a2', 'a3']);
      const again = await api.post(path, { answers: { areas: ['a5'] } });
      expect(await again.json()).toMatchObject({ code: 'task.alreadyAnswered' });
      await vote(1, caseId, ['a1', 'a2']);
      await vote(3, caseId, ['a1', 'a5']);
      await vote(4, caseId, ['a1', 'a4']);
      // Whoever has voted on paper has voted as well, and cannot be entered again.
      const paper = await system.follow(await years.latest(parties[5] ?? '', asksToVote, caseId));
      const registrar = await new CommitteeRoom(system).as('registrar');
      const ofTask = `/api/sodertalje/desk/cases/${caseId}/tasks/${paper.target.id}`;
      const arrivedOn = stockholmDate(conductor.clock());
      const entered = { answers: { areas: ['a5', 'a4'] }, arrivedOn };
      expect((await registrar.get(ofTask)).status).toBe(200);
      expect((await registrar.post(`${ofTask}/answer`, entered)).status).toBe(204);
      expect((await registrar.post(`${ofTask}/answer`, entered)).status).toBe(409);
      await vote(6, caseId, ['a1', 'a5']);
      // Whoever leaves has no vote, also if it is given already.
      await leave('Utåt');
      await conductor.advanceTo(at(`${year1}-12-02`));
      await system.mail(parties[2] ?? '', /^Påminnelse: rösta senast/);
      const toVoter = await system.mailsTo(parties[0] ?? '');
      expect(toVoter.filter(({ subject }) => subject.startsWith('Påminnelse'))).toEqual([]);
      await conductor.advanceTo(at(`${year1}-12-15`));

      const tie = await years.latest(contactPoint, asksToChoose, caseId);
      const counted = (await years.read(tie)).application[0]?.rows;
      expect(counted?.map(({ label, value }) => [label, value])).toEqual([
        ...[
          ['Lokaler', '4 röster'],
          ['Unga', '2 röster'],
          ['Integration', '1 röst'],
        ],
        ...[
          ['Information', '2 röster'],
          ['Kultur', '2 röster'],
        ],
      ]);
      expect(await shownAreas(system)).toEqual([]);
      const silent = (await system.mailsTo(parties[2] ?? '')).find(({ subject }) =>
        asksToVote.test(subject),
      );
      expect((await years.read(silent!)).state).toBe('closed');

      await system.answer(tie, { areas: ['a2', 'a4'], reason: 'De når flest.' });
      await years.until(caseId, 'completed');
      const everybody = [
        ...parties.filter((_, i) => i !== 3),
        ...(sodertalje.offices ?? []).map(({ mailbox }) => mailbox.email),
      ];
      for (const email of everybody) {
        const told = await system.mail(email, tells);
        expect(told.text).toMatch(/Lokaler\s+Unga\s+Information\s/);
      }
      const letters = await system.server.database.transaction('sodertalje', (tx) =>
        lettersOfCase(tx, 'sodertalje', caseId),
      );
      const results = letters.filter(({ template }) => template === 'focusAreasChosen');
      expect(results).toHaveLength(everybody.length);
      expect(await shownAreas(system)).toMatchObject([
        {
          ...{ year: year1, way: 'tieBroken', reason: 'De når flest.', group: null },
          areas: [{ area: 'Lokaler' }, { area: 'Unga' }, { area: 'Information' }],
          votes: { asked: 6, voted: 5, notCounted: 1 },
        },
      ]);
    }, 240_000);

    it('stand in the next report', async () => {
      await conductor.advanceTo(at(`${year2}-09-16`));
      const followUp = await years.caseOf(year2);
      await years.asked(parties[0] ?? '', followUp);
      await conductor.advanceTo(at(`${year2}-10-20`));
      await years.until(followUp, 'reviewing');
      const [report] = await years.reports(followUp);
      expect((report?.content as StoredReportContent).report.focusAreas).toEqual({
        ...{ year: year1, areas: ['Lokaler', 'Unga', 'Information'] },
      });
    });

    it('are none where a person ends the vote: nobody can vote, and nobody is told', async () => {
      const begun = { year: year2, proposals: threeProposals, at: conductor.clock() };
      const caseId = await beginChoice(system, sodertalje, begun);
      const list = ['Lokaler', 'Unga', 'Kultur', 'Mat'].map((area) => ({ area }));
      const asked = await years.latest(contactPoint, asksForList, caseId);
      await system.answer(asked, { candidates: list });
      await vote(0, caseId, ['a1']);
      const silent = await years.latest(parties[1] ?? '', asksToVote, caseId);
      await system.server.database.transaction('sodertalje', (tx) =>
        intervene(
          tx,
          sodertalje,
          { caseId, wish: { kind: 'cancel' }, reason: 'Så blev det.', actor: 'official' },
          conductor.clock(),
        ),
      );
      system.server.nudgeRelay();
      await years.until(caseId, 'closed');
      expect((await years.read(silent)).state).toBe('closed');
      const number = await years.numberOf(caseId);
      await system.mail(contactPoint, new RegExp(`^Ärendet är avslutat: .*${number}$`));
      expect((await shownAreas(system)).map(({ year }) => year)).toEqual([year1]);
    });
  });

  describe('that a group decides on', () => {
    const byGroup: Municipality = {
      ...sodertalje,
      followUp: { opensOn: '09-15', focusAreas: { chosenBy: 'group', most: 2 } },
    };
    let system: System;
    let years: FollowUps;

    beforeAll(async () => {
      system = await startSystem('pglite', { municipalities: [byGroup] });
      years = new FollowUps(system, () => new Date(), byGroup);
    });
    afterAll(() => system.close());

    it('are returned with comments, decided when enough agree, and told to everybody', async () => {
      const party = await years.addParty('Lyktan');
      const caseId = await beginChoice(system, byGroup, { year: 2025, proposals: threeProposals });
      const asked = await years.latest(contactPoint, asksForList, caseId);
      const { candidates } = (await years.read(asked)).completion?.answers as {
        candidates: { area: string }[];
      };
      expect(candidates).toHaveLength(3);
      const { api, target } = await system.follow(asked);
      const tooMany = await api.post(`/api/sodertalje/tasks/${target.id}/answer`, {
        answers: { candidates },
      });
      expect(await tooMany.json()).toMatchObject({ fields: { candidates: 'tooMany' } });
      await system.answer(asked, { candidates: candidates.slice(0, 2) });
      const decide = async (answers: Record<string, unknown>) => {
        for (const member of groupMembers) {
          const mail = await years.latest(member, /^Besluta om fokusområden/, caseId);
          expect(JSON.stringify((await years.read(mail)).application)).toContain('Lokaler');
          await system.answer(mail, answers);
        }
      };
      await decide({ outcome: 'return', comment: 'Ta med information.' });
      const again = await years.latest(contactPoint, asksForList, caseId);
      const view = await years.read(again);
      expect(view.opinions.map(({ comment }) => comment)).toContain('Ta med information.');
      expect(view.completion?.answers).toEqual({ candidates: candidates.slice(0, 2) });
      await system.answer(again, { candidates: [candidates[0], candidates[2]] });
      await decide({ outcome: 'approve' });
      await years.until(caseId, 'completed');
      const told = await system.mail(party, tells);
      expect(told.text).toMatch(/Lokaler\s+Information\s/);
      expect(await shownAreas(system)).toMatchObject([
        { year: 2025, way: 'group', group: 'Samverkansgruppen', votes: null },
      ]);
    });
  });

  describe('that nobody has to vote on', () => {
    let system: System;
    let years: FollowUps;

    beforeAll(async () => {
      system = await startSystem('pglite');
      years = new FollowUps(system, () => new Date());
    });
    afterAll(() => system.close());

    it('are all that are on a list with room for them, or none on an empty one', async () => {
      const party = await years.addParty('Lyktan');
      const list = async (year: number, candidates: readonly object[]) => {
        const caseId = await beginChoice(system, sodertalje, { year, proposals: threeProposals });
        await system.answer(await years.latest(contactPoint, asksForList, caseId), { candidates });
        await years.until(caseId, 'completed');
        const number = await years.numberOf(caseId);
        return system.mail(party, new RegExp(`^Det här samverkar vi om nu.*${number}$`));
      };
      expect((await list(2024, [{ area: 'Lokaler' }])).text).toContain('Lokaler');
      expect((await list(2025, [])).text).toContain('inga fokusområden valda');
      expect(await shownAreas(system)).toMatchObject([
        { year: 2025, way: 'emptyList', areas: [], votes: null },
        { year: 2024, way: 'wholeList', areas: [{ area: 'Lokaler' }] },
      ]);
    });
  });
});
