import { randomUUID } from 'node:crypto';
import { lockSubscriberAt } from '../../database/repositories/subscriber.repository';
import { weeksUntilLapse } from '../../domain/newsletter/lapse';
import { daysToConfirm } from '../../domain/newsletter/subscription';
import { eventually } from '../../test/support/eventually';
import { contactPoint } from '../../test/support/follow-ups';
import { Newsletters } from '../../test/support/newsletters';
import { signIn } from '../../test/support/officials';
import { tokenIn, type System } from '../../test/support/system';
import type { Conductor } from '../rehearsal/conductor';
import type { OtherBranch } from './other-branches';

const day = 24 * 3600 * 1000;

/** The newsletter and its subscribers, as the calendar of a rehearsal brings them. */
export function newsletterBranches(conductor: Conductor): Record<string, OtherBranch> {
  return {
    async 'subscription-confirmed'(system, name) {
      const { id, token } = await asked(system, name);
      await new Newsletters(system).confirm(token);
      await later(conductor, daysToConfirm + 1);
      return id;
    },

    async 'subscription-not-confirmed'(system, name) {
      const { id } = await asked(system, name);
      await later(conductor, daysToConfirm + 1);
      return id;
    },

    async 'newsletter-sent'(system, name) {
      await new Newsletters(system).subscribe(`${name}@besok.example`);
      const { caseId, write } = await begun(system);
      await later(conductor, 12);
      await write({ ...answers, outcome: 'approve' });
      await system.mail(`${name}@besok.example`, /^Nytt i vår$/);
      return caseId;
    },

    async 'newsletter-dropped'(system) {
      const { caseId, write } = await begun(system);
      await write({ ...answers, outcome: 'close' });
      return caseId;
    },

    async 'newsletter-lapsed'(system) {
      const { caseId } = await begun(system);
      await later(conductor, 21 + weeksUntilLapse * 7);
      return caseId;
    },
  };
}

const answers = { subject: 'Nytt i vår', lead: 'Det här händer.', english: 'no' };

function later(conductor: Conductor, days: number): Promise<void> {
  return conductor.advanceTo(new Date(conductor.clock().getTime() + days * day));
}

async function asked(system: System, name: string) {
  const email = `${name}@besok.example`;
  await new Newsletters(system).ask(email);
  const token = tokenIn(await system.mail(email, /^Bekräfta/));
  const subscriber = await system.server.database.transaction('sodertalje', (tx) =>
    lockSubscriberAt(tx, 'sodertalje', email),
  );
  if (!subscriber) throw new Error('there is no subscriber');
  return { id: subscriber.id, token };
}

/** Begins a newsletter at the desk. */
async function begun(system: System) {
  const desk = await signIn(system.url, 'sodertalje', 'officer');
  const response = await desk.post('/api/sodertalje/desk/begin/newsletter', {
    ...{ submissionKey: randomUUID(), answers },
  });
  const { caseId, number } = (await response.json()) as { caseId: string; number: string };
  const letter = await eventually('the contact point has the draft', async () =>
    (await system.mailsTo(contactPoint)).find(({ subject }) =>
      new RegExp(`^Skriv nyhetsbrevet.*${number}$`).test(subject),
    ),
  );
  return { caseId, write: (typed: Record<string, unknown>) => system.answer(letter, typed) };
}
