import { randomUUID } from 'node:crypto';
import { plannedYears } from '../../database/repositories/budget.repository';
import type { SignedInTaskView } from '../../domain/api/desk';
import type { CommitteeOutcome } from '../../domain/committees/committee';
import type { CommitteeRoom } from './committees';
import { eventually } from './eventually';

/** The money for the forums in 002, to the krona, in years to come. */
export const transferRequest = {
  title: 'Medel för dialogforum och konferens',
  from: 'KS',
  to: 'KFN',
  purpose: 'Facilitator och konferens i samverkan med den idéburna sektorn.',
  amounts: amounts(['40 000', '80 000', '40 000'], ['3 000', '6 000', '3 000']),
  basis: 'Kostnaden ryms inom kontorets budget.',
};

export function amounts(facilitator: string[], conference: string[]) {
  return {
    years: ['2027', '2028', '2029'],
    lines: [
      { name: 'Facilitator', amounts: facilitator },
      { name: 'Konferens', amounts: conference },
    ],
  };
}

/** A transfer between committees, as those who deal with it do. */
export class TransferRoom {
  constructor(private readonly room: CommitteeRoom) {}

  async begin(answers: Record<string, unknown> = {}): Promise<{ caseId: string; number: string }> {
    const officer = await this.room.as('officer');
    const body = { submissionKey: randomUUID(), answers: { ...transferRequest, ...answers } };
    const response = await officer.post(this.room.path('begin', 'budget-transfer'), body);
    if (response.status !== 201) throw new Error(await response.text());
    return (await response.json()) as { caseId: string; number: string };
  }

  /** What the controller has before them when they check. */
  async toCheck(caseId: string): Promise<SignedInTaskView> {
    const { room } = this;
    const id = await eventually('the controller is asked', async () => {
      const { tasks } = await room.read(caseId);
      return tasks.find(({ kind, state }) => kind === 'verify' && state === 'open')?.id;
    });
    const controller = await room.as('controller');
    return controller.read(room.path('cases', caseId, 'tasks', id, 'form'));
  }

  async approve(caseId: string): Promise<void> {
    const { room } = this;
    const { id } = await this.toCheck(caseId);
    const controller = await room.as('controller');
    const answers = { outcome: 'approve', arithmetic: true, cover: 'Kontorets egna medel.' };
    const path = room.path('cases', caseId, 'tasks', id, 'signed-in-answer');
    const response = await controller.post(path, { answers });
    if (!response.ok) throw new Error(await response.text());
  }

  /** A body decides in the latest round, with its minutes adjusted at once. */
  async decide(
    caseId: string,
    committee: string,
    outcome: CommitteeOutcome,
    answers: Record<string, unknown> = {},
  ): Promise<string> {
    const matter = await this.room.matterOf(caseId, committee);
    await this.room.decide(matter.caseId, { outcome, adjustment: 'immediate', ...answers });
    return matter.caseId;
  }

  /** Each planned year with where it stands, in kronor. */
  async plan(caseId: string): Promise<[number, string, number][]> {
    const { system, municipality } = this.room;
    const years = await system.server.database.transaction(municipality, (tx) =>
      plannedYears(tx, municipality, { caseId }),
    );
    return years.map(({ year, state, ore }) => [year, state, ore / 100]);
  }
}
