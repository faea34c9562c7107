import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView, LinkTarget, ReceiptView, TaskView } from '../../domain/api/shapes';
import { ApiClient } from './api-client';
import { anApplication } from './applications';
import { tokenIn, type Mail } from './system';
import { officer } from './walks';
import { asksForReview } from './subjects';

export type Decision = 'approve' | 'refuse';

export interface Walk {
  submissionKey: string;
  decision: Decision;
  receipt: ReceiptView;
}

/** Letters of a whole case. */
const letters: Record<Decision, number> = { approve: 6, refuse: 3 };
const patience = 150_000;
const pause = 200;

/** The inbox as people see it: looked at again and again by one pair of eyes for all. */
export class Mailbox {
  private mails: Mail[] = [];
  private closed = false;
  private readonly looking: Promise<void>;

  constructor(private readonly inboxUrl: string) {
    this.looking = this.look();
  }

  async find(address: string, subject: RegExp): Promise<Mail> {
    return persistently(`a mail to ${address} with ${subject}`, async () =>
      this.mails.find(({ to, subject: given }) => to.includes(address) && subject.test(given)),
    );
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.looking;
  }

  private async look(): Promise<void> {
    while (!this.closed) {
      try {
        this.mails = await allMails(this.inboxUrl);
      } catch {
        // The inbox is away with the rest.
      }
      await sleep(2 * pause);
    }
  }
}

export async function allMails(inboxUrl: string): Promise<Mail[]> {
  const response = await fetch(`${inboxUrl}/api/messages`);
  return (await response.json()) as Mail[];
}

/**
 * An applicant, an officer and a signatory who take one case from the form to its end over HTTP
 * alone. Whatever fails they do again, as people do: the same form, the same answer. What was done
 * under the same submission key before is not done anew.
 */
export async function walkWholeCase(
  url: string,
  mailbox: Mailbox,
  name: string,
  decision: Decision,
  submissionKey: string = randomUUID(),
): Promise<Walk> {
  const receipt = await apply(url, submissionKey, name);
  const asked = await mailbox.find(officer, asksForReview(receipt.number));
  await answer(url, asked, {
    outcome: decision,
    ...(decision === 'refuse' && { reasons: 'Föreningen finns inte än.' }),
  });
  if (decision === 'approve') {
    const toSign = await mailbox.find(signatoryOf(name), new RegExp(receipt.number));
    await answer(url, toSign, signature);
  }
  await watchToTheEnd(url, receipt, decision);
  return { submissionKey, decision, receipt };
}

export const signature = {
  outcome: 'answered',
  signedName: 'Olof Berg',
  signedRole: 'Ordförande',
  authorised: true,
};

export const signatoryOf = (name: string) => `signatory-${name}@lyktan.example`;

/** Sends the application until there is a receipt; the same key again is the same application. */
export async function apply(
  url: string,
  submissionKey: string,
  name: string,
): Promise<ReceiptView> {
  const application = anApplication(
    {
      organisationName: `Föreningen ${name}`,
      coordinatorEmail: `coordinator-${name}@lyktan.example`,
      signatoryEmail: signatoryOf(name),
    },
    submissionKey,
  );
  const api = new ApiClient(url);
  return persistently(`a receipt for ${name}`, async () => {
    const response = await api.post('/api/sodertalje/applications', application);
    return response.status === 201 && ((await response.json()) as ReceiptView);
  });
}

/** Done when the task is answered, also when that was an attempt whose own answer got lost. */
export async function answer(
  url: string,
  mail: Mail,
  answers: Record<string, unknown>,
): Promise<void> {
  const { api, target } = await open(url, tokenIn(mail));
  await persistently(`an answer to "${mail.subject}"`, async () => {
    const path = `/api/sodertalje/tasks/${target.id}`;
    const { status } = await api.post(`${path}/answer`, { answers });
    if (status === 422) throw new Error('the answer was refused');
    return (await api.read<TaskView>(path)).state === 'answered';
  });
}

async function watchToTheEnd(url: string, receipt: ReceiptView, decision: Decision): Promise<void> {
  const { api } = await open(url, receipt.statusToken);
  const end = decision === 'approve' ? 'completed' : 'rejected';
  await persistently(`${receipt.number} is ${end} with all its letters`, async () => {
    const status = await api.read<CaseView>(`/api/sodertalje/cases/${receipt.caseId}`);
    const sent = status.timeline.filter(({ event }) => event === 'letterSent').length;
    return status.state === end && sent >= letters[decision];
  });
}

async function open(url: string, token: string): Promise<{ api: ApiClient; target: LinkTarget }> {
  const api = new ApiClient(url);
  const target = await persistently('a link opens', async () => {
    const response = await api.post('/api/sodertalje/links/exchange', { token });
    return response.ok && ((await response.json()) as LinkTarget);
  });
  return { api, target };
}

async function persistently<T>(
  what: string,
  attempt: () => Promise<T | false | undefined>,
): Promise<T> {
  const giveUp = Date.now() + patience;
  for (;;) {
    const [result, fault] = await attempt().then(
      (value) => [value, undefined] as const,
      (error: unknown) => [undefined, error] as const,
    );
    if (result) return result;
    if (Date.now() > giveUp) throw new Error(`Waited in vain until ${what}.`, { cause: fault });
    await sleep(pause + Math.random() * pause);
  }
}
