import type { DeskCaseView } from '../../domain/api/desk';
import { dueDate, stockholmDate, type Span } from '../../domain/calendar';
import type { StoredReportContent } from '../../domain/follow-up/stored-report';
import { formatDate } from '../../domain/format';
import type { Answers } from '../../domain/forms/types';
import { CommitteeRoom } from '../support/committees';
import { startConducted, type Conducted } from '../support/conducted';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { contactPoint, FollowUps, groupMembers } from '../support/follow-ups';
import { OwnTemporal } from '../support/own-temporal';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import type { Mail } from '../support/system';
import { officer, runsOf } from '../support/walks';
import { comingYears } from '../support/years';

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const [first] = comingYears;
/** As subjects have it, so long after the opening: "15 oktober". */
const lastDay = (span: Span) =>
  formatDate(dueDate(at(`${first}-09-15`), span), 'sv').replace(/ \d{4}$/, '');
const matters = (...said: (readonly [string, string])[]) =>
  ({ matters: said.map(([theme, text]) => ({ theme, text })) }) as unknown as Answers;
const answeredBy = 'Siv Sand, samordnare';

suiteNeeding('poppler')('complaints and unclear matters', () => {
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
    let caseId: string;

    beforeAll(async () => {
      conducted = await startConducted(kind, temporal);
      ({ system, conductor } = conducted);
      year = new FollowUps(system, conductor.clock);
      await conductor.advanceTo(at(`${first}-09-01`));
      await year.beginWheel();
    });
    afterAll(() => conducted.close());

    const dialogues = () =>
      system.server.database.transaction('sodertalje', (tx) =>
        tx
          .selectFrom('dialogue')
          .innerJoin('cases', 'cases.id', 'dialogue.case_id')
          .select(['cases.id', 'cases.number', 'cases.state', 'dialogue.theme'])
          .select('cases.organisation_name as from')
          .orderBy('cases.opened_at')
          .orderBy('cases.number')
          .execute(),
      );
    const dialogueOf = async (from: string) => {
      const found = (await dialogues()).find((each) => each.from === from);
      if (!found) throw new Error(`${from} has raised nothing`);
      return found;
    };
    const ended = (id: string, state = 'completed') => year.until(id, state);
    const textOf = async ({ attachments: [first] }: Mail) => {
      const paper = await fetch(new URL(first!.url, system.inboxUrl));
      return pdfText(Buffer.from(await paper.arrayBuffer())).replace(/\s+/g, ' ');
    };
    const letter = (to: string, subject: RegExp, number: string) =>
      system.mail(to, new RegExp(`${subject.source}.*${number}$`));

    it('are answered in writing, asked on and closed by whoever asked', async () => {
      const lyktan = await year.addParty('Lyktan');
      await year.addParty('Sena');
      await year.addParty('Tysta');
      await year.addPartyByPost('Penseln', 'Gatan 1\n151 00 Södertälje');
      await conductor.advanceTo(at(`${first}-09-15`));
      caseId = await year.caseOf(first);
      const locked = 'Lokalen är låst på kvällarna.';
      await year.answer(await year.asked(lyktan, caseId), [4], {
        // Said twice, and one matter all the same.
        ...matters(['premises', locked], ['premises', `${locked} `], ['support', 'Vem avgör?']),
      });
      const begun = await dialogues();
      expect(begun.map(({ theme }) => theme).sort()).toEqual(['premises', 'support']);
      expect(begun.map(({ from }) => from)).toEqual(['Lyktan', 'Lyktan']);
      const { id, number } = begun.find(({ theme }) => theme === 'premises')!;

      const asked = await letter(
        contactPoint,
        new RegExp(`^Svara senast ${lastDay({ workingDays: 10 })}: klagomål`),
        number,
      );
      const view = await year.read(asked);
      expect(view).toMatchObject({
        ...{ kind: 'reply', organisationName: 'Lyktan', application: [] },
        conversation: {
          ...{ theme: 'Lokaler', asker: 'Lyktan' },
          messages: [{ from: 'asker', by: null, text: locked }],
        },
      });
      expect(asked.text).not.toContain(locked);
      await system.answer(asked, { answer: 'Ni får en egen nyckel.', answeredBy });

      const replied = await letter(
        lyktan,
        new RegExp(`^Kommunen har svarat: säg senast ${lastDay({ days: 30 })}`),
        number,
      );
      expect(await textOf(replied)).toContain('Ni får en egen nyckel.');
      await system.answer(replied, { outcome: 'return', question: 'När får vi den?' });
      const again = await letter(contactPoint, /^Svara senast .*: Lyktan frågar vidare/, number);
      const { conversation } = await year.read(again);
      expect(conversation?.messages.map(({ text }) => text)).toEqual([
        ...[locked, 'Ni får en egen nyckel.', 'När får vi den?'],
      ]);
      await system.answer(again, { answer: 'Nästa vecka.', answeredBy });
      const second = await eventually(
        'there is another answer',
        async () =>
          (await system.mailsTo(lyktan)).filter(
            ({ subject }) => subject.startsWith('Kommunen har svarat') && subject.endsWith(number),
          )[1],
      );
      // The page of the first answer is what it was.
      expect((await year.read(replied)).conversation?.messages).toHaveLength(2);
      await system.answer(second, { outcome: 'close' });
      await ended(id);
      const told = await letter(lyktan, /^Ärendet är avslutat/, number);
      const archived = await textOf(told);
      for (const part of [locked, 'När får vi den?', 'Nästa vecka.', answeredBy, number]) {
        expect(archived).toContain(part);
      }
      expect(archived).toContain('Den som frågade svarade att det räcker.');
    }, 240_000);

    it('are raised, answered and closed on paper where nobody has e-mail', async () => {
      const arrivedOn = stockholmDate(conductor.clock());
      const paper = { caseId, respondent: 'Penseln', arrivedOn };
      const asks = matters(['contact', 'Vem öppnar?']);
      expect((await year.enterFromPaper(paper, [3], asks)).status).toBe(204);
      const { id, number } = await dialogueOf('Penseln');
      const asked = await letter(contactPoint, /^Svara senast .*: klagomål/, number);
      await system.answer(asked, { answer: 'Vaktmästaren.', answeredBy });
      const replied = (await year.posted(id, 'replied', 'Penseln')).replace(/\s+/g, ' ');
      expect(replied).toMatch(/Svaret är bifogat\. .*Så svarar du på papper.*Bilagor/);
      const registrar = await new CommitteeRoom(system).as('registrar');
      const desk = `/api/sodertalje/desk/cases/${id}`;
      const { tasks } = await registrar.read<DeskCaseView>(desk);
      const task = tasks.find((each) => each.kind === 'react');
      const answer = { answers: { outcome: 'close' }, arrivedOn };
      const entered = await registrar.post(`${desk}/tasks/${task?.id}/answer`, answer);
      expect(entered.status).toBe(204);
      await ended(id);
      expect(await year.posted(id, 'dialogueSettled', 'Penseln')).toContain('skriv till oss');
    });

    it('are reminded of and escalated while they wait for the municipality', async () => {
      const { id, number } = (await dialogues()).find(({ theme }) => theme === 'support')!;
      await conductor.advanceTo(at(`${first}-09-23`));
      await letter(contactPoint, /^Påminnelse: svara Lyktan/, number);
      await conductor.advanceTo(at(`${first}-10-12`));
      await letter(contactPoint, /^Svara Lyktan nu/, number);
      await letter(officer, /^Försenat: Lyktan väntar på svar/, number);
      const asked = await letter(contactPoint, /^Svara senast .*: klagomål/, number);
      await system.answer(asked, { answer: 'Nämnden avgör.', answeredBy });
      await ended(id, 'awaitingReplies');
    }, 240_000);

    it('end by silence that was told beforehand, and begin also from a late answer', async () => {
      const { id, number } = (await dialogues()).find(({ theme }) => theme === 'support')!;
      await conductor.advanceTo(at(`${first}-10-18`));
      await year.until(caseId, 'reviewing');
      const sena = 'sena@foreningar.example';
      await year.answer(
        await year.asked(sena, caseId),
        [2],
        matters(['contact', 'Ingen ringer upp.']),
      );
      const late = await dialogueOf('Sena');
      await letter(contactPoint, /^Svara senast .*: klagomål eller fråga från Sena/, late.number);
      // An office asks like anybody else.
      const office = 'utbildning@sodertalje.example';
      await year.answer(
        await year.asked(office, caseId),
        [3],
        matters(['information', 'Vilka är parter?']),
      );
      const ofOffice = await dialogueOf('Utbildningskontoret');
      const asked = await letter(contactPoint, /^Svara senast .*: klagomål/, ofOffice.number);
      await system.answer(asked, { answer: 'Se registret.', answeredBy });
      await letter(office, /^Kommunen har svarat/, ofOffice.number);

      await conductor.advanceTo(at(`${first}-11-09`));
      await letter('lyktan@foreningar.example', /^Påminnelse: ärendet avslutas efter/, number);
      await conductor.advanceTo(at(`${first}-11-16`));
      await ended(id);
      const told = await letter('lyktan@foreningar.example', /^Ärendet är avslutat/, number);
      expect(told.text).toContain('Vi har inte hört något mer');
      expect(await textOf(told)).toContain('sade inget mer inom den tid');
    }, 240_000);

    it('begin nothing twice: an answer is taken once', async () => {
      const before = await dialogues();
      const asked = await year.asked('sena@foreningar.example', caseId);
      const { api, target } = await system.follow(asked);
      const { form } = await year.read(asked);
      const again = await api.post(`/api/sodertalje/tasks/${target.id}/answer`, {
        answers: { ...form, ...matters(['contact', 'Ingen ringer upp.']) },
      });
      expect(again.status).toBe(409);
      await system.server.reconcile();
      expect(await dialogues()).toHaveLength(before.length);
    });

    it('are counted in the report by theme, but never what one party has begun alone', async () => {
      const tysta = await year.asked('tysta@foreningar.example', caseId);
      const five = Array.from({ length: 5 }, (_, i) => ['influence', `Fråga ${i}`] as const);
      await year.answer(tysta, [3], matters(...five));
      await year.comment(caseId, 'Fler frågor än förra året.');
      for (const member of groupMembers) await year.review(caseId, member, { outcome: 'approve' });
      await year.until(caseId, 'awaitingDecision');
      const { report } = (await year.reports(caseId)).at(-1)?.content as StoredReportContent;
      // Two answers on the same day, one on the 27th day and on the same day again.
      expect(report.dialogues).toMatchObject({ total: 10, times: { closed: 3, medianDays: 0 } });
      // Most are about influence, all of one party.
      expect(report.dialogues?.themes).toEqual([
        { subjects: expect.arrayContaining(['influence', 'premises']) as string[], count: 10 },
      ]);
    }, 240_000);

    it('leave nothing of what was written in any history', async () => {
      for (const { id } of await dialogues()) {
        const histories = JSON.stringify(await runsOf(system, { caseId: id }), bytesAsText);
        expect(histories).not.toMatch(/nyckel|låst|Siv|Lyktan|Sena|Penseln|foreningar/);
      }
    });
  });
});

/** Payloads are bytes in a history. */
function bytesAsText(_key: string, value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString();
  const bytes = value as { type?: string; data?: number[] } | null;
  return bytes?.type === 'Buffer' ? Buffer.from(bytes.data ?? []).toString() : value;
}
