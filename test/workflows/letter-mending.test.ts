import type { DeskCaseView } from '../../domain/api/desk';
import { smtpError, startSmtpServer } from '../mail/smtp-server-for-test';
import { startConducted, type Conducted } from '../support/conducted';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { contactPoint, FollowUps } from '../support/follow-ups';
import { signIn } from '../support/officials';
import { OwnTemporal } from '../support/own-temporal';
import { yearOf } from '../support/years';

const officer = 'handlaggare@sodertalje.example';
/** To come on every day that these tests run; 16 September is asked for as a plain weekday. */
const year = yearOf() + 1;

/** Of a follow-up's many letters some come back: a task for the contact point, with a last day. */
describe('letters that came back', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('on %s', (kind) => {
    let conducted: Conducted;
    let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
    const dead = /^dead-/;

    beforeAll(async () => {
      smtp = await startSmtpServer({
        onRcptTo({ address }, _session, callback) {
          callback(dead.test(address) ? smtpError(550, `no ${address} here`) : null);
        },
      });
      conducted = await startConducted(kind, temporal, { smtpUrl: smtp.url });
    });
    afterAll(async () => {
      await conducted.close();
      await smtp.stop();
    });

    const told = (address: string) =>
      smtp.received
        .filter(({ envelope }) => envelope.to.includes(address))
        .map(({ parsed: { subject = '', text = '' } }) => ({ subject, text }))
        .filter(({ text }) => text.includes('gick inte att leverera'));

    it('are one task with a last day, reminded of until they are seen to', async () => {
      const { system, conductor } = conducted;
      await conductor.advanceTo(new Date(`${year}-09-01T09:00:00Z`));
      const years = new FollowUps(system, conductor.clock);
      await years.addParty('Lyktan');
      for (const name of ['Dead 1', 'Dead 2', 'Dead 3']) await years.addParty(name);
      const caseId = await years.openToday(year);

      const [asked] = await eventually('the contact point is asked', () =>
        Promise.resolve(told(contactPoint).length > 0 && told(contactPoint)),
      );
      const number = await years.numberOf(caseId);
      expect(asked?.subject).toMatch(/^Se till senast \d+ september: 3 brev kom inte fram/);
      expect(asked?.subject).toContain(number);
      expect(asked?.text).toContain('De skulle till en parts samverkansansvarig.');
      expect(asked?.text).not.toMatch(/dead-/i);
      // A session does not last for weeks.
      let official = await signIn(system.url, 'sodertalje', 'officer');
      const path = `/api/sodertalje/desk/cases/${caseId}`;
      const read = () => official.read<DeskCaseView>(path);
      expect((await read()).mendBy).toMatch(new RegExp(`^${year}-09-\\d\\d$`));

      await conductor.advanceTo(new Date(`${year}-09-30T09:00:00Z`));
      await eventually('late, the case officer hears of it', () =>
        Promise.resolve(
          told(officer).some(({ subject }) => subject.startsWith('Försenat: 3 brev')),
        ),
      );
      const reminded = told(contactPoint).map(({ subject }) => subject.split(':')[0]);
      expect(new Set(reminded)).toEqual(
        new Set([asked?.subject.split(':')[0], 'Påminnelse', 'Försenat']),
      );

      official = await signIn(system.url, 'sodertalje', 'officer');
      const { letters } = await read();
      const failed = letters.filter(({ state }) => state === 'failed');
      // A question and at least one reminder to each.
      expect(failed.length).toBeGreaterThanOrEqual(3);
      for (const address of new Set(failed.map(({ recipientEmail }) => recipientEmail))) {
        const letter = failed.find(({ recipientEmail }) => recipientEmail === address)!;
        const email = address.replace('dead-', 'alive-');
        const body = { kind: 'correctAddress', email, reason: 'De ringde.' };
        expect((await official.post(`${path}/letters/${letter.id}`, body)).status).toBe(204);
      }
      await eventually('nothing is left to see to, nor on its way', async () => {
        const now = await read();
        return now.mendBy === null && now.letters.every(({ state }) => state !== 'pending');
      });
      expect((await read()).attentions).toEqual([]);
      const before = told(contactPoint).length;
      await conductor.advanceTo(new Date(`${year}-10-20T09:00:00Z`));
      expect(told(contactPoint)).toHaveLength(before);
    }, 240_000);
  });
});
