import { beginWheels } from '../../database/begin-wheels';
import type { DeskCaseView } from '../../domain/api/desk';
import type { GroupsAnswer } from '../../domain/api/groups';
import type { Problem, ReceiptView, TaskView } from '../../domain/api/shapes';
import { dayAfter, noonOf, stockholmDate } from '../../domain/calendar';
import type { GroupChange } from '../../domain/groups/member';
import type { Conductor } from '../../scripts/rehearsal/conductor';
import { startConducted } from '../support/conducted';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { contactPoint } from '../support/follow-ups';
import { fullShape, members, substitute, withFullShape } from '../support/full-shape';
import { signIn } from '../support/officials';
import { OwnTemporal } from '../support/own-temporal';
import { asksForReview } from '../support/subjects';
import type { Mail, System } from '../support/system';
import { officer } from '../support/walks';
import { yearOf } from '../support/years';

const [ada, bo, cilla] = members;
const eva = { name: 'Eva Norrby', email: 'eva@gruppen.example' };
const asksForOpinion = (number: string) => new RegExp(`^Säg vad du tycker senast .*${number}$`);
/** To come on every day that this runs. */
const year = yearOf() + 1;

describe('the partnership group', () => {
  let temporal: OwnTemporal;
  beforeAll(async () => {
    temporal = await OwnTemporal.start();
  });
  afterAll(() => temporal.remove());

  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let conductor: Conductor;
    let close: () => Promise<void>;
    let count = 0;

    beforeAll(async () => {
      const options = { municipalities: withFullShape };
      ({ system, conductor, close } = await startConducted(kind, temporal, options));
      await conductor.advanceTo(new Date(`${year}-02-01T09:00:00Z`));
    });
    afterAll(() => close());

    const today = () => stockholmDate(conductor.clock());
    const inDays = (days: number) => dayAfter(noonOf(today()), days);
    const desk = () => signIn(system.url, 'sodertalje', 'administrator');
    const group = async () => {
      const api = await desk();
      const { groups } = await api.read<GroupsAnswer>('/api/sodertalje/desk/groups');
      return groups[0]!;
    };
    const termOf = async ({ email }: { email: string }) =>
      (await group()).members.findLast((each) => each.email === email)!;

    async function change(kind: GroupChange, answers: Record<string, unknown>): Promise<Response> {
      const body = { kind, answers: { reason: 'Årsmötet har valt.', ...answers } };
      const path = '/api/sodertalje/desk/groups/partnershipGroup/changes';
      return (await desk()).post(path, body);
    }

    async function changed(...asked: Parameters<typeof change>): Promise<void> {
      const response = await change(...asked);
      if (!response.ok) throw new Error(await response.text());
    }

    async function begin(): Promise<ReceiptView> {
      count += 1;
      const organisationName = `Gruppens förening ${count}`;
      const coordinatorEmail = `c${count}-${kind}@lyktan.example`;
      const receipt = await system.apply({ organisationName, coordinatorEmail });
      const check = new RegExp(`^Kontrollera senast .*${receipt.number}$`);
      await system.answer(await system.mail(officer, check), { outcome: 'forward' });
      return receipt;
    }

    const asked = ({ number }: ReceiptView, { email }: { email: string }) =>
      system.mail(email, asksForOpinion(number));
    const supports = async (receipt: ReceiptView, member: { email: string }) =>
      system.answer(await asked(receipt, member), { outcome: 'support', comment: 'Ja.' });
    const isDecided = (receipt: ReceiptView) => system.mail(officer, asksForReview(receipt.number));

    async function read(mail: Mail): Promise<TaskView> {
      const { api, target } = await system.follow(mail);
      return api.read<TaskView>(`/api/sodertalje/tasks/${target.id}`);
    }

    const deskCase = async ({ caseId }: ReceiptView) =>
      (await desk()).read<DeskCaseView>(`/api/sodertalje/desk/cases/${caseId}`);

    it('has a member replaced in the middle of a review: the new one meets the quorum', async () => {
      const receipt = await begin();
      const old = await asked(receipt, ada);
      const { api, target } = await system.follow(old);
      await supports(receipt, bo);
      await changed('replaceMember', {
        ...{ member: (await termOf(ada)).id, from: today(), ...eva },
      });
      const gone = await read(old);
      expect(gone).toMatchObject({ state: 'passedOn', application: [], opinions: [] });
      expect(gone.documents).toEqual([]);
      const late = await api.post(`/api/sodertalje/tasks/${target.id}/answer`, {
        answers: { outcome: 'oppose', comment: 'Nej.' },
      });
      expect([late.status, ((await late.json()) as { code: string }).code]).toEqual([
        409,
        'task.closed',
      ]);
      expect((await read(await asked(receipt, eva))).application).not.toEqual([]);
      await supports(receipt, eva);
      const { opinions } = await read(await isDecided(receipt));
      expect(opinions.map(({ name }) => name).sort()).toEqual([bo.name, eva.name]);
      const { tasks, attentions } = await deskCase(receipt);
      expect(tasks.find(({ name }) => name === ada.name)?.passedOn).toBe('left');
      expect(attentions).toEqual([]);
      const status = await system.status(receipt);
      expect(status.timeline.map(({ event }) => event)).toContain('memberSucceeded');
    });

    it('refuses what cannot be, at the field', async () => {
      const faultsOf = async (...given: Parameters<typeof change>) => {
        const response = await change(...given);
        return [response.status, ((await response.json()) as Problem).fields];
      };
      const side = { side: 'sector', role: 'member' };
      const taken = { ...side, name: 'Bo igen', email: 'BO@gruppen.example', from: today() };
      expect(await faultsOf('addMember', taken)).toEqual([422, { email: 'emailRepeated' }]);
      const backwards = { ...taken, email: 'ny@gruppen.example', to: inDays(-1) };
      expect(await faultsOf('addMember', backwards)).toEqual([422, { to: 'endsBeforeItBegins' }]);
      const noReason = { member: (await termOf(bo)).id, day: today(), reason: ' ' };
      expect(await faultsOf('endMember', noReason)).toEqual([422, { reason: 'required' }]);
      const unknown = await (
        await desk()
      ).post('/api/sodertalje/desk/groups/nobody/changes', { kind: 'endMember', answers: {} });
      expect(unknown.status).toBe(404);
    });

    it('sends what is not answered to a new address, and ends the old link', async () => {
      const receipt = await begin();
      const old = await asked(receipt, bo);
      const email = 'bo.ny@gruppen.example';
      await changed('changeEmail', { member: (await termOf(bo)).id, email, shared: 'yes' });
      await expect(system.follow(old)).rejects.toThrow('link.unusable');
      const letter = await eventually('a new link', async () =>
        (await system.mailsTo(email)).find(({ subject }) => subject.endsWith(receipt.number)),
      );
      // Several people read it: nobody is greeted by name.
      expect(letter.text).toMatch(/^Hej!/);
      await system.answer(letter, { outcome: 'support', comment: 'Ja.' });
      await supports(receipt, eva);
      await isDecided(receipt);
      await changed('changeEmail', { member: (await termOf({ email })).id, email: bo.email });
    });

    it('follows terms that end by their day, to a substitute, and then to the others alone', async () => {
      await beginWheels(system.server.database, [fullShape], conductor.clock());
      await changed('endMember', { member: (await termOf(bo)).id, day: inDays(3) });
      const told = await system.mail(contactPoint, /^Utse nya ledamöter före .*Samverkansgruppen$/);
      expect(told.text).toContain(bo.name);
      expect(told.text).toContain('/sodertalje/desk/groups');
      const receipt = await begin();
      await asked(receipt, bo);
      expect(await system.mailsTo(substitute.email)).toEqual([]);
      await conductor.advanceTo(new Date(conductor.clock().getTime() + 4 * 24 * 3_600_000));
      await asked(receipt, substitute);
      expect((await read(await asked(receipt, bo))).state).toBe('passedOn');
      // Whoever has left on a day that has been, and whom nobody follows.
      await changed('endMember', { member: (await termOf(cilla)).id, day: inDays(-1) });
      expect((await read(await asked(receipt, cilla))).state).toBe('passedOn');
      expect((await deskCase(receipt)).attentions).toEqual([]);
      await changed('endMember', { member: (await termOf(substitute)).id, day: inDays(-1) });
      const { attentions } = await deskCase(receipt);
      expect(attentions.map(({ code }) => code)).toEqual(['group.tooFew']);
      await supports(receipt, eva);
      await isDecided(receipt);
      const letters = await system.mailsTo(contactPoint);
      expect(letters.filter(({ subject }) => subject.startsWith('Utse nya'))).toHaveLength(1);
    });

    it('gives what went to nobody to whoever takes the seat, and asks somebody when nobody sits', async () => {
      const receipt = await begin();
      await asked(receipt, eva);
      expect((await deskCase(receipt)).attentions.map(({ code }) => code)).toEqual([
        'group.tooFew',
      ]);
      await changed('endMember', { member: (await termOf(eva)).id, day: inDays(-1) });
      const last = await system.mail(contactPoint, asksForOpinion(receipt.number));
      expect((await deskCase(receipt)).attentions.map(({ code }) => code)).toContain(
        'group.nobody',
      );
      await system.answer(last, { outcome: 'support', comment: 'I gruppens ställe.' });
      await isDecided(receipt);
      const empty = await begin();
      await system.mail(contactPoint, asksForOpinion(empty.number));
      expect((await deskCase(empty)).attentions.map(({ code }) => code)).toEqual(['group.nobody']);
      const { acts, members: all } = await group();
      expect(acts.map(({ kind: did }) => did).filter((did) => did === 'endMember')).toHaveLength(4);
      expect(acts.every(({ reason, name }) => reason !== '' && name !== null)).toBe(true);
      expect(all).toHaveLength(5);
    });
  });
});
