import { randomUUID } from 'node:crypto';
import type { DeskCaseView } from '../../domain/api/desk';
import type { DeskForumsAnswer } from '../../domain/api/forum';
import type { FirstAgreementView } from '../../domain/api/first-agreement';
import type { LinkTarget, TaskView } from '../../domain/api/shapes';
import { occasionOf } from '../../domain/forum/forum';
import { ApiClient } from './api-client';
import { eventually } from './eventually';
import { Forums } from './forums';
import { tokenIn, type Mail, type System } from './system';

export const contactPerson = 'kontakt@ekero.example';
export const lyktan = 'lyktan@foreningar.example';
export const harbour = 'harbour@foreningar.example';

/** What begins the work, in our own words after 001. */
export function aCommission(answers: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: 'Samverkan i Ekerö',
    body: 'Kommunstyrelsen',
    decidedOn: '2025-01-27',
    paragraph: '§ 23',
    commission: 'Kommunen ska tillsammans med den idéburna sektorn ta fram en överenskommelse.',
    contactName: 'Kim Kontakt',
    contactEmail: contactPerson,
    organisations: [
      { name: 'Lyktan', email: lyktan, language: 'sv' },
      { name: 'The Harbour', email: harbour, language: 'en' },
    ],
    ...answers,
  };
}

/** Answers to the survey. */
export function surveyAnswers(answers: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    needs: 'Vi behöver lokaler.',
    expectations: 'Att vi blir tillfrågade i tid.',
    cooperation: 'Att man håller det man lovar.',
    ...answers,
  };
}

/** The way to a first agreement in a municipality that has none. */
export class FirstAgreements {
  readonly forums: Forums;

  constructor(
    readonly system: System,
    readonly municipality = 'ekero',
  ) {
    this.forums = new Forums(system, municipality);
  }

  async tryToBegin(answers: Record<string, unknown> = {}): Promise<Response> {
    const officer = await this.forums.room.as('officer');
    const body = { submissionKey: randomUUID(), answers: aCommission(answers) };
    return officer.post(this.forums.room.path('begin', 'first-agreement'), body);
  }

  async begin(answers: Record<string, unknown> = {}): Promise<string> {
    const response = await this.tryToBegin(answers);
    if (response.status !== 201) throw new Error(await response.text());
    return ((await response.json()) as { caseId: string }).caseId;
  }

  /** Invites an organisation that was not thought of when the work began. */
  async inviteOneMore(
    caseId: string,
    reached: { email: string; postal?: string },
  ): Promise<Response> {
    const officer = await this.forums.room.as('officer');
    const one = { name: 'Ännu en förening', ...reached, language: 'sv' };
    const path = this.forums.room.path('cases', caseId, 'interventions');
    return officer.post(path, { kind: 'invite', ...one, reason: 'De hörde av sig.' });
  }

  /** Whether the desk offers to begin one. */
  async canBegin(): Promise<boolean> {
    const officer = await this.forums.room.as('officer');
    const path = this.forums.room.path('forums');
    return (await officer.read<DeskForumsAnswer>(path)).firstAgreement;
  }

  /** Invites to a meeting or a workshop, with no registration unless told otherwise. */
  meet(
    caseId: string,
    kind: 'meeting' | 'workshop',
    answers: Record<string, unknown>,
  ): Promise<string> {
    const occasion = occasionOf(kind, caseId);
    const usual = { place: 'Kulturhuset', agenda: '18.00 Vi talas vid', withoutRegistration: true };
    // What it costs is chosen from lines that only forums of an agreement have.
    const none = { facilitatorCost: '', otherCost: '' };
    return this.forums.announce({ ...usual, ...none, occasion, ...answers });
  }

  /** What everybody reads. */
  read(caseId: string): Promise<FirstAgreementView> {
    return new ApiClient(this.system.url).read(
      `/api/${this.municipality}/first-agreement/${caseId}`,
    );
  }

  atDesk(caseId: string): Promise<DeskCaseView> {
    return this.forums.atDesk(caseId);
  }

  /** Somebody answers who was not asked. */
  answerOpenly(
    caseId: string,
    answers: Record<string, unknown>,
    submissionKey: string = randomUUID(),
  ): Promise<Response> {
    const path = `/api/${this.municipality}/first-agreement/${caseId}/answers`;
    return new ApiClient(this.system.url).post(path, { submissionKey, answers });
  }

  /** Answers what a mail's link asks. */
  async tryToAnswer(mail: Mail, answers: Record<string, unknown>): Promise<Response> {
    const api = new ApiClient(this.system.url);
    const opened = await api.post(`/api/${this.municipality}/links/exchange`, {
      token: tokenIn(mail),
    });
    if (!opened.ok) throw new Error(await opened.text());
    const { id } = (await opened.json()) as LinkTarget;
    const path = `/api/${this.municipality}/tasks/${id}`;
    await api.read<TaskView>(path);
    return api.post(`${path}/answer`, { answers });
  }

  async answer(mail: Mail, answers: Record<string, unknown>): Promise<void> {
    const response = await this.tryToAnswer(mail, answers);
    if (!response.ok) throw new Error(await response.text());
  }

  /** Hands the draft over at the desk, when it has been asked for. */
  async tryToHandOver(caseId: string, answers: Record<string, unknown>): Promise<Response> {
    const task = await eventually('the draft is asked for', async () =>
      (await this.atDesk(caseId)).tasks.find(
        ({ kind, state }) => kind === 'handOver' && state === 'open',
      ),
    );
    const officer = await this.forums.room.as('officer');
    const path = this.forums.room.path('cases', caseId, 'tasks', task.id);
    await officer.read(`${path}/form`);
    return officer.post(`${path}/signed-in-answer`, { answers });
  }

  /** The registrar enters what an organisation has answered to the survey on paper. */
  async enterFromPaper(
    { caseId, email }: { caseId: string; email: string },
    answers: Record<string, unknown>,
    arrivedOn: string,
  ): Promise<Response> {
    const registrar = await this.forums.room.as('registrar');
    const { tasks } = await this.atDesk(caseId);
    const task = tasks.find((each) => each.kind === 'survey' && each.email === email);
    const path = this.forums.room.path('cases', caseId, 'tasks', task?.id ?? '');
    await registrar.read(path);
    return registrar.post(`${path}/answer`, { answers, arrivedOn });
  }

  until(caseId: string, state: string): Promise<unknown> {
    return this.forums.until(caseId, state);
  }
}
