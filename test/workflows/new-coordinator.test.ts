import type { PartyView, Problem, TaskView } from '../../domain/api/shapes';
import { ApiClient } from '../support/api-client';
import { newOrganisationNumber } from '../support/applications';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { FollowUps } from '../support/follow-ups';
import { suiteNeeding } from '../support/suites';
import { startSystem, type System } from '../support/system';
import { walkToRegister } from '../support/walks';

const confirmed = { outcome: 'answered', signedName: 'Olof Berg', signedRole: 'Ordförande' };

/** Who is asked in the follow-up has left, and says so by the link of the question. */
suiteNeeding('poppler')('a coordinator who has left', () => {
  describe.each(databaseKinds())('on %s', (kind) => {
    let system: System;
    let years: FollowUps;
    const [kept, changed] = [aParty('kept'), aParty('changed')];

    function aParty(which: string) {
      return {
        name: `Förening ${which} ${kind}`,
        number: newOrganisationNumber(),
        coordinator: `c-${which}-${kind}@lyktan.example`,
        signatory: `s-${which}-${kind}@lyktan.example`,
        next: `n-${which}-${kind}@lyktan.example`,
      };
    }
    type Party = typeof kept;
    let caseId: string;

    beforeAll(async () => {
      system = await startSystem(kind);
      years = new FollowUps(system, () => new Date());
      for (const { name, number, coordinator, signatory } of [kept, changed]) {
        await walkToRegister(system, {
          ...{ organisationName: name, organisationNumber: number },
          ...{ coordinatorEmail: coordinator, signatoryEmail: signatory },
        });
      }
      caseId = await years.openToday();
    });
    afterAll(() => system.close());

    /** The coordinator opens the question, writes something, and names somebody else. */
    async function name({ coordinator, next }: Party) {
      const { api, target } = await system.follow(await years.asked(coordinator, caseId));
      const task = `/api/sodertalje/tasks/${target.id}`;
      expect((await api.read<TaskView>(task)).newCoordinator).toBe('offered');
      const changes = { longTermOwn: { was: null, now: '4' } };
      expect((await api.put(`${task}/draft`, { changes })).status).toBe(200);
      const body = { newCoordinatorName: 'Eva Kvist', newCoordinatorEmail: next };
      const wrong = await api.post(`${task}/new-coordinator`, {
        ...body,
        newCoordinatorEmail: 'eva',
      });
      expect(((await wrong.json()) as Problem).fields).toEqual({ newCoordinatorEmail: 'email' });
      // Pressed twice, the signatories are asked once.
      const named = await Promise.all([1, 2].map(() => api.post(`${task}/new-coordinator`, body)));
      expect(named.map(({ status }) => status).sort()).toEqual([201, 409]);
      const again = await api.post(`${task}/new-coordinator`, body);
      expect([again.status, ((await again.json()) as Problem).code]).toEqual([
        ...[409, 'party.hasOpenCase'],
      ]);
      expect((await api.read<TaskView>(task)).newCoordinator).toBe('waiting');
      return { api, task };
    }

    /** Somebody else can be named again, as soon as the report has ended. */
    const offered = (api: ApiClient, task: string) =>
      eventually('another can be named', async () => {
        return (await api.read<TaskView>(task)).newCoordinator === 'offered';
      });

    async function inRegister({ number }: Party): Promise<string> {
      const row = await system.server.database.transaction('sodertalje', (tx) =>
        tx
          .selectFrom('party')
          .select('coordinator_email')
          .where('organisation_number', '=', number)
          .executeTakeFirstOrThrow(),
      );
      return row.coordinator_email;
    }

    it('hands the question on, with what is written, once the signatory has confirmed it', async () => {
      const old = await name(changed);
      expect(await inRegister(changed)).toBe(changed.coordinator);
      const asked = await system.mail(changed.signatory, /^Bekräfta senast/);
      expect((await system.mailsTo(changed.signatory)).filter(isConfirmation)).toHaveLength(1);
      await system.answer(asked, confirmed);
      const mail = await years.asked(changed.next, caseId);
      expect(await inRegister(changed)).toBe(changed.next);
      // The old link and what it had opened are dead.
      expect((await old.api.get(old.task)).ok).toBe(false);
      const deadLink = await years.asked(changed.coordinator, caseId);
      await expect(system.follow(deadLink)).rejects.toThrow();
      const view = await years.read(mail);
      expect(view.draft?.answers).toEqual({ longTermOwn: '4' });
      const { api, target } = await system.follow(mail);
      await offered(api, `/api/sodertalje/tasks/${target.id}`);
      const ratings = Object.fromEntries(
        view.form.pages
          .flatMap(({ fields }) => fields)
          .filter(({ type }) => type === 'rating')
          .map(({ id }) => [id, '4']),
      );
      const answered = await api.post(`/api/sodertalje/tasks/${target.id}/answer`, {
        ...{ answers: ratings, draftRevision: view.draft?.revision ?? 0 },
      });
      expect(answered.status).toBe(200);
      // Nobody else names anybody for a question that is answered.
      const late = await api.post(`/api/sodertalje/tasks/${target.id}/new-coordinator`, {
        ...{ newCoordinatorName: 'Bo', newCoordinatorEmail: 'bo@lyktan.example' },
      });
      expect(late.status).toBe(409);
      const { parties } = await new ApiClient(system.url).read<{ parties: PartyView[] }>(
        '/api/sodertalje/parties',
      );
      // What nobody has agreed to is not published.
      expect(
        parties.find((each) => each.organisationNumber === changed.number)?.contact,
      ).toBeNull();
    });

    it('keeps the question where the signatory says no, and is told', async () => {
      const old = await name(kept);
      await system.answer(await system.mail(kept.signatory, /^Bekräfta senast/), {
        ...{ outcome: 'decline', reasons: 'Eva är inte med hos oss.' },
      });
      await eventually('the old coordinator is told', async () =>
        (await system.mailsTo(kept.coordinator)).some(({ attachments, subject }) => {
          return attachments.length > 0 && /avslutat|ändras inte|ändrat/i.test(subject);
        }),
      );
      expect(await inRegister(kept)).toBe(kept.coordinator);
      await offered(old.api, old.task);
      expect((await old.api.read<TaskView>(old.task)).state).toBe('open');
      expect(await system.mailsTo(kept.next)).toEqual([]);
    });

    const isConfirmation = ({ subject }: { subject: string }) => subject.startsWith('Bekräfta');
  });
});
