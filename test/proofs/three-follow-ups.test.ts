import { randomUUID } from 'node:crypto';
import { lettersOfCase } from '../../database/repositories/letter.repository';
import type { ReceiptView } from '../../domain/api/shapes';
import type { StoredReportContent } from '../../domain/follow-up/stored-report';
import { ApiClient } from '../support/api-client';
import { startConducted, type Conducted } from '../support/conducted';
import { databaseKinds } from '../support/databases';
import { choiceOf, withoutNewsletter } from '../support/focus-areas';
import { contactPoint, FollowUps, groupMembers } from '../support/follow-ups';
import { anOrganisation, Forums } from '../support/forums';
import { OwnTemporal } from '../support/own-temporal';
import { suiteNeeding } from '../support/suites';
import { comingYears } from '../support/years';
import { runsOf } from '../support/walks';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const [year1, year2, year3] = comingYears;
const offices = ['ks-kontoret', 'kultur-fritid', 'utbildning', 'social-omsorg', 'samhallsbyggnad'];
const companies = ['bostadsbolaget', 'energibolaget', 'fastighetsbolaget', 'atervinningsbolaget'];
const office = (id: string) => `${id}@sodertalje.example`;

/** Newsletter and plan have tests of their own; unanswered they would be reminded of every week. */
const followUpAlone = {
  ...withoutNewsletter,
  followUp: { opensOn: '09-15', focusAreas: { chosenBy: 'parties', most: 3 } },
} as const;

/**
 * The follow-up of three years, which nobody has to remember: twenty-five parties, of whom some are
 * silent, some late, some leave, two merge, one joins in writing and one at a forum, and a report that the
 * group sends back.
 */
suiteNeeding('poppler')('three consecutive years of follow-up', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('on %s', (kind) => {
    let conducted: Conducted;
    let system: Conducted['system'];
    let conductor: Conducted['conductor'];
    let years: FollowUps;

    beforeAll(async () => {
      conducted = await startConducted(kind, temporal, { municipalities: [followUpAlone] });
      ({ system, conductor } = conducted);
      years = new FollowUps(system, conductor.clock);
    });
    afterAll(() => conducted.close());

    /** A party reports that it leaves, or is part of another from now on, and its signatory confirms it. */
    const leave = async (coordinator: string, name: string, mergedInto?: string) => {
      const sent = await new ApiClient(system.url).post('/api/sodertalje/applications', {
        ...{ submissionKey: randomUUID(), formId: 'party-change', formVersion: 1 },
        answers: {
          ...{ organisationName: name, senderName: 'Ny Kassör', senderEmail: 'kassor@x.example' },
          ...(mergedInto === undefined
            ? { change: 'withdrawal' }
            : { change: 'merger', mergedInto }),
        },
      });
      if (!sent.ok) throw new Error(await sent.text());
      const { caseId, number } = (await sent.json()) as ReceiptView;
      const asked = await system.mail(
        `firma.${coordinator}`,
        new RegExp(`^Bekräfta senast .*, ${number}$`),
      );
      const confirmed = { outcome: 'answered', signedName: 'Olof Berg', signedRole: 'Ordförande' };
      await system.answer(asked, confirmed);
      await years.until(caseId, 'completed');
    };

    /** An organisation signs at a forum; returns its coordinator's address. */
    const signAtForum = async (day: string, dayAfter: string) => {
      const forums = new Forums(system);
      const forum = await forums.announce({ day });
      await conductor.advanceTo(at(dayAfter));
      const scan = await forums.file(forum, 'Underskrifter.pdf');
      const signed = await forums.enter(forum, anOrganisation({ scan: [scan], seen: 'signing' }));
      const { caseId } = (await signed.json()) as { caseId: string };
      await forums.until(caseId, 'completed');
      await forums.writeNotes(forum, { attended: '30', notes: 'Unga vill ha öppna lokaler.' });
      return 'karin@forening.example';
    };

    const answerAll = async (caseId: string, emails: readonly string[], ratings: number[]) => {
      for (const email of emails) await years.answer(await years.asked(email, caseId), ratings);
    };

    /** There is room for all that the contact point lists, so nobody needs to vote. */
    const chooseAreas = async (year: number) => {
      const caseId = await choiceOf(system, year);
      const asked = await years.latest(contactPoint, /^Gör en kort lista/, caseId);
      await system.answer(asked, { candidates: [{ area: `Lokaler ${year}` }] });
      await years.until(caseId, 'completed');
    };

    /** Who has got a letter that the report of a case is there to read, each time they have. */
    const toldOfReport = async (caseId: string) => {
      const letters = await system.server.database.transaction('sodertalje', (tx) =>
        lettersOfCase(tx, 'sodertalje', caseId),
      );
      return letters
        .filter(({ template }) => template === 'followUpPublished')
        .map(({ recipient_email: to }) => to);
    };

    const finish = async (caseId: string, day: string) => {
      for (const member of groupMembers) {
        await years.review(caseId, member, { outcome: 'approve' });
      }
      await years.until(caseId, 'awaitingDecision');
      await conductor.advanceTo(at(day));
      await years.note(caseId);
      await years.until(caseId, 'completed');
      await chooseAreas(Number(day.slice(0, 'YYYY'.length)));
      const stored = (await years.reports(caseId)).find(({ frozen_at }) => frozen_at !== null);
      return (stored?.content as StoredReportContent).report;
    };

    it('asks, reminds, compiles and compares, and begins the next year by itself', async () => {
      await conductor.advanceTo(at(`${year1}-09-01`));
      await years.beginWheel();
      const parties: string[] = [];
      for (let i = 1; i <= 25; i += 1) parties.push(await years.addParty(`Förening ${i}`));

      // The first year: three are silent and two are late; the group wants the commentary changed.
      await conductor.advanceTo(at(`${year1}-09-15`));
      const first = await years.caseOf(year1);
      await answerAll(first, parties.slice(0, 20), [4, 2]);
      await answerAll(first, offices.map(office), [5, 3]);
      await answerAll(first, companies.map(office), [5, 3]);
      await conductor.advanceTo(at(`${year1}-10-16`));
      await years.until(first, 'reviewing');
      await answerAll(first, parties.slice(20, 22), [4, 2]);
      await years.comment(first, 'Dialogen behöver bli bättre.');
      for (const member of groupMembers) {
        await years.review(first, member, {
          outcome: 'return',
          comment: 'Skriv vad som ska göras.',
        });
      }
      await years.comment(first, 'Dialogen behöver bli bättre: två forum till hösten.');
      const report = await finish(first, `${year1}-11-10`);
      expect(report.response[0]).toMatchObject({ asked: 35, answered: 31, late: 2 });
      // Each side, and of the municipality's the offices and the companies.
      expect(report.response.slice(1)).toMatchObject([
        { group: 'sector', asked: 25, answered: 22 },
        { group: 'municipality', asked: 10, answered: 9 },
        { group: 'office', asked: 5, answered: 5 },
        { group: 'company', asked: 5, answered: 4, rate: 80 },
      ]);
      expect(report.previousYear).toBeNull();

      // At a forum before Christmas an organisation signs: it is a party when everybody is asked again.
      const visitor = await signAtForum(`${year1}-12-01`, `${year1}-12-02`);

      // The second year: one leaves before it has answered and one afterwards; one is merged into another
      // before it has answered; one joins, and is asked next year.
      await conductor.advanceTo(at(`${year2}-09-15`));
      const second = await years.caseOf(year2);
      const before = await years.read(await years.asked(parties[0] ?? '', second));
      expect(before.previous).toMatchObject({ year: year1 });
      await answerAll(second, [visitor, parties[1]!, ...parties.slice(3, 25)], [5, 4]);
      await leave(parties[0]!, 'Förening 1');
      await leave(parties[1]!, 'Förening 2');
      await leave(parties[2]!, 'Förening 3', 'Förening 4');
      const joined = await years.addParty('Nykomlingen');
      await conductor.advanceTo(at(`${year2}-10-16`));
      await years.until(second, 'reviewing');
      expect(await system.mailsTo(joined)).toEqual([]);
      // Whoever has left or been merged is reminded of nothing and can answer nothing.
      for (const left of [parties[0]!, parties[2]!]) {
        const gone = await system.mailsTo(left);
        expect(gone.filter(({ subject }) => /^Påminnelse.*samverkan/.test(subject))).toEqual([]);
        expect((await years.read(await years.asked(left, second))).state).toBe('closed');
      }
      await years.comment(second, 'Det har blivit bättre.');
      const better = await finish(second, `${year2}-11-10`);
      // All parties of the day are told of the report once: the one who joined too, and none that has left.
      await system.mail(joined, /^Rapporten om årets uppföljning/);
      const told = await toldOfReport(second);
      expect(told).toContain(joined);
      expect(told).toContain(visitor);
      expect(new Set(told).size).toBe(told.length);
      for (const left of parties.slice(0, 3)) expect(told).not.toContain(left);
      expect(better.response[0]).toMatchObject({ asked: 34, answered: 24, late: 0 });
      expect(better.previousYear).toBe(year1);
      expect(better.focusAreas).toEqual({ year: year1, areas: [`Lokaler ${year1}`] });
      expect(better.ratings[0]?.about.sector.change.sector).toBe(1);

      // The third year: nobody had to remember it.
      await conductor.advanceTo(at(`${year3}-09-17`));
      const third = await years.caseOf(year3);
      await answerAll(third, [joined, visitor, ...parties.slice(3, 12)], [3]);
      await conductor.advanceTo(at(`${year3}-10-20`));
      await years.until(third, 'reviewing');
      await years.comment(third, 'Färre har svarat.');
      const last = await finish(third, `${year3}-11-10`);
      expect(last.response[0]).toMatchObject({ asked: 34, answered: 11 });
      expect((await years.turns()).map(({ year, state }) => [year, state])).toEqual([
        ...[year1, year2, year3].map((year) => [year, 'opened']),
        [year3 + 1, 'planned'],
      ]);
      for (const caseId of [first, second, third]) {
        const runs = await runsOf(system, { caseId });
        expect(Math.max(...runs.map(({ events }) => events?.length ?? 0))).toBeLessThan(200);
      }
    }, 600_000);
  });
});
