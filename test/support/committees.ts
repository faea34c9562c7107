import { randomUUID } from 'node:crypto';
import { addMeeting } from '../../database/repositories/committee.repository';
import { stockholmDate } from '../../domain/calendar';
import type { CorrectionView, DeskCaseView, SignedInTaskView } from '../../domain/api/desk';
import type { OfficialRole } from '../../domain/officials';
import type { ApiClient } from './api-client';
import { eventually } from './eventually';
import { signIn } from './officials';
import type { System } from './system';

/** The matter of 000 and 002 in our own words. */
export const report = {
  title: 'Samverkan mellan idéburen sektor och kommunen',
  summary:
    'Kommunen och den idéburna sektorn har tagit fram en överenskommelse tillsammans. Den följs upp varje år och revideras vart fjärde.',
  matter: 'Möten, en enkät och workshoppar har gett texten. En arbetsgrupp har skrivit den.',
  consequences: 'Kostnaden ryms inom befintlig budget.',
  basis: 'Tjänsteskrivelse, 2018-05-24\nÖverenskommelsen, 2018-05-24',
  recipients: 'Akten\nKommunstyrelsens kontor\nKultur- och fritidskontoret',
} as const;

/** A place in a circulation; the proposal names the body. */
export function place(committee: string, part: 'opine' | 'prepare' | 'decide' = 'opine') {
  return { committee, part, proposal: `${committee} ställer sig bakom överenskommelsen.` };
}

/** What the secretary records unless told otherwise. */
export function record(answers: Record<string, unknown> = {}) {
  return {
    paragraph: '71',
    report: '1',
    serving: [
      { name: 'Ada Ask', party: 'A', seat: 'chair' },
      { name: 'Bo Björk', party: 'B', seat: 'member' },
      { name: 'Cia Ceder', party: 'C', seat: 'member' },
    ],
    outcome: 'support',
    wording: 'Nämnden tillstyrker kontorets förslag.',
    recipients: report.recipients,
    adjustment: 'later',
    ...answers,
  };
}

/** A body meets today: what it decides can be recorded at once. */
export function meetToday(system: System, committee: string): Promise<unknown> {
  return meetOn(system, committee, stockholmDate(new Date()));
}

/** A body meets on a day, whatever day that is. */
export function meetOn(
  { server }: Pick<System, 'server'>,
  committee: string,
  day: string,
  municipality = 'sodertalje',
): Promise<unknown> {
  return server.database.transaction(municipality, async (tx) => {
    const known = await tx
      .selectFrom('meeting')
      .select('id')
      .where('committee', '=', committee)
      .where('day', '=', day)
      .executeTakeFirst();
    if (!known) await addMeeting(tx, municipality, { committee, day });
  });
}

/** The committees' side of a system: officials who sign in anew, as the calendar moves on. */
export class CommitteeRoom {
  constructor(
    readonly system: System,
    readonly municipality = 'sodertalje',
  ) {}

  private readonly sessions = new Map<OfficialRole, ApiClient>();

  /** Somebody with a role, signed in again when the calendar has moved past their session. */
  async as(role: OfficialRole): Promise<ApiClient> {
    const known = this.sessions.get(role);
    if (known && (await known.get(this.path('session'))).ok) return known;
    const api = await signIn(this.system.url, this.municipality, role);
    this.sessions.set(role, api);
    return api;
  }

  path(...parts: string[]): string {
    return ['/api', this.municipality, 'desk', ...parts].join('/');
  }

  async send(answers: Record<string, unknown>): Promise<{ caseId: string; number: string }> {
    const officer = await this.as('officer');
    const body = { submissionKey: randomUUID(), answers: { ...report, ...answers } };
    const response = await officer.post(this.path('begin', 'circulation'), body);
    if (response.status !== 201) throw new Error(await response.text());
    return (await response.json()) as { caseId: string; number: string };
  }

  async read(caseId: string): Promise<DeskCaseView> {
    return (await this.as('officer')).read(this.path('cases', caseId));
  }

  /** The body's own case in a circulation, as soon as its turn has come. */
  async matterOf(caseId: string, committee: string): Promise<{ caseId: string; number: string }> {
    return eventually(`${committee} has the matter`, async () => {
      const { circulations } = await this.read(caseId);
      const own = circulations[0]?.places.find((each) => each.committee === committee);
      return own?.matter ?? undefined;
    });
  }

  /** The question that waits for the body's secretary. */
  async asked(caseId: string, kind: 'decide' | 'minutes'): Promise<SignedInTaskView> {
    const task = await eventually(`${kind} is asked`, async () =>
      (await this.read(caseId)).tasks.find((each) => each.kind === kind && each.state === 'open'),
    );
    return (await this.as('secretary')).read(this.path('cases', caseId, 'tasks', task.id, 'form'));
  }

  async answer(
    caseId: string,
    kind: 'decide' | 'minutes',
    answers: Record<string, unknown>,
  ): Promise<Response> {
    const { id } = await this.asked(caseId, kind);
    const secretary = await this.as('secretary');
    const path = this.path('cases', caseId, 'tasks', id, 'signed-in-answer');
    return secretary.post(path, { answers });
  }

  /** The secretary records what the body decided at its latest meeting. */
  async decide(caseId: string, answers: Record<string, unknown> = {}): Promise<void> {
    const { form } = await this.asked(caseId, 'decide');
    const meeting = form.pages[0]?.fields.find(({ id }) => id === 'meeting')?.options?.[0];
    const response = await this.answer(caseId, 'decide', { meeting, ...record(answers) });
    if (!response.ok) throw new Error(await response.text());
  }

  async minutes(caseId: string, adjustedOn: string, announcedOn: string): Promise<void> {
    const response = await this.answer(caseId, 'minutes', { adjustedOn, announcedOn });
    if (!response.ok) throw new Error(await response.text());
  }

  /** The latest document of a case with such a title, as text. */
  async document(caseId: string, title: RegExp): Promise<{ title: string; pdf: Uint8Array }> {
    return eventually(`a record called ${title}`, async () => {
      const { records } = await this.read(caseId);
      const found = records.findLast((each) => title.test(each.title ?? '') && each.open);
      if (!found?.open) return undefined;
      const api = await this.as('officer');
      const answer = await api.get(this.path('cases', caseId, found.open.kind, found.open.id));
      return { title: found.title ?? '', pdf: new Uint8Array(await answer.arrayBuffer()) };
    });
  }

  /** Records the latest decision anew, with other answers. */
  async correct(caseId: string, changed: Record<string, unknown>): Promise<Response> {
    const decision = (await this.read(caseId)).decisions.find(({ corrected }) => !corrected);
    const secretary = await this.as('secretary');
    const path = this.path('cases', caseId, 'decisions', decision?.id ?? '', 'correction');
    const { answers } = await secretary.read<CorrectionView>(path);
    return secretary.post(path, { answers: { ...answers, ...changed } });
  }

  async happen(
    caseId: string,
    event: { kind: string; day: string; note?: string },
    role: OfficialRole = 'secretary',
  ): Promise<Response> {
    const decision = (await this.read(caseId)).decisions[0];
    if (!decision) throw new Error('nothing is decided');
    const path = this.path('cases', caseId, 'decisions', decision.id, 'events');
    return (await this.as(role)).post(path, { note: '', ...event });
  }

  /** Until the process of a case has looked at everything that was said to it. */
  async heard(caseId: string, kinds: ('start' | 'look')[] = ['look']): Promise<void> {
    await eventually('the process has heard all of it', async () => {
      const waiting = await this.system.server.database.transaction(this.municipality, (tx) =>
        tx
          .selectFrom('outbox')
          .select('kind')
          .where('case_id', '=', caseId)
          .where('kind', 'in', kinds)
          .where('consumed_at', 'is', null)
          .execute(),
      );
      return waiting.length === 0;
    });
  }
}
