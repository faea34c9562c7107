import { randomUUID } from 'node:crypto';
import { plannedYears, type PlanStand } from '../../database/repositories/budget.repository';
import type { SignedInTaskView } from '../../domain/api/desk';
import type { CommitteeOutcome } from '../../domain/committees/committee';
import type { OfficialRole } from '../../domain/officials';
import type { CommitteeRoom } from './committees';
import { eventually } from './eventually';
import { comingYears } from './years';

/** The money for the forums in 002, to the krona, in years to come. */
export const forumMoney = {
  title: 'Medel för dialogforum och konferens',
  from: 'KS',
  to: 'KFN',
  purpose: 'Facilitator och konferens i samverkan med den idéburna sektorn.',
  amounts: {
    ...amounts(['40 000', '80 000', '40 000'], ['3 000', '6 000', '3 000']),
    stated: { total: '172 000' },
  },
  basis: 'Kostnaden ryms inom kontorets budget.',
} as const;

/** The matrix of such a request, with other sums. */
export function amounts(facilitator: string[], conference: string[]) {
  return {
    years: comingYears.map(String),
    lines: [
      { name: 'Facilitator', amounts: facilitator },
      { name: 'Konferens', amounts: conference },
    ],
  };
}

/** What the controller says of a request that can be decided. */
export const verified = {
  outcome: 'approve',
  arithmetic: true,
  cover: `Kontorets egna medel för ${comingYears[0]}, kommande år i budgeten.`,
} as const;

/** Transfers of money in a system, as those who work with them go about it. */
export class TransferDesk {
  constructor(readonly room: CommitteeRoom) {}

  /** Asks for {@link forumMoney} with these answers changed. */
  async begin(answers: Record<string, unknown> = {}): Promise<Response> {
    const officer = await this.room.as('officer');
    const body = { submissionKey: randomUUID(), answers: { ...forumMoney, ...answers } };
    return officer.post(this.room.path('begin', 'budget-transfer'), body);
  }

  /** The same for a request that must be taken. */
  async begun(answers: Record<string, unknown> = {}): Promise<{ caseId: string; number: string }> {
    const response = await this.begin(answers);
    if (response.status !== 201) throw new Error(await response.text());
    return (await response.json()) as { caseId: string; number: string };
  }

  /** The question that waits for the controller. */
  async toVerify(caseId: string): Promise<string> {
    return eventually('the controller is asked', async () => {
      const { tasks } = await this.room.read(caseId);
      return tasks.find((task) => task.kind === 'verify' && task.state === 'open')?.id;
    });
  }

  /** What the controller has before them when they check. */
  async toCheck(caseId: string): Promise<SignedInTaskView> {
    const id = await this.toVerify(caseId);
    const controller = await this.room.as('controller');
    return controller.read(this.room.path('cases', caseId, 'tasks', id, 'form'));
  }

  /** A {@link verify} that must be taken. */
  async approve(caseId: string): Promise<void> {
    const response = await this.verify(caseId);
    if (!response.ok) throw new Error(await response.text());
  }

  /** A body decides in the latest round, with its minutes adjusted at once. Returns its case. */
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

  async verify(
    caseId: string,
    answers: Record<string, unknown> = verified,
    role: OfficialRole = 'controller',
  ): Promise<Response> {
    const task = await this.toVerify(caseId);
    const api = await this.room.as(role);
    return api.post(this.room.path('cases', caseId, 'tasks', task, 'signed-in-answer'), {
      answers,
    });
  }

  /** A committee's budget of a year is adopted, after so many adoptions before. */
  async adopt(committee: string, year: number, kronor: number, after = 0): Promise<void> {
    const controller = await this.room.as('controller');
    const response = await controller.post(this.room.path('ledger', 'budgets'), {
      ...{ committee, year, kronor, decidedOn: '2026-11-20', after },
      decision: `KF 2026-11-20 § ${year}`,
    });
    if (!response.ok) throw new Error(await response.text());
  }

  /** Year, state and öre posted of each year of a transfer. */
  async years(caseId: string): Promise<[number, string, number][]> {
    return (await this.stands(caseId)).map(({ year, state, posted }) => [year, state, posted]);
  }

  /** Year, state and kronor planned of each. */
  async plan(caseId: string): Promise<[number, string, number][]> {
    return (await this.stands(caseId)).map(({ year, state, ore }) => [year, state, ore / 100]);
  }

  private stands(caseId: string): Promise<PlanStand[]> {
    const { system, municipality } = this.room;
    return system.server.database.transaction(municipality, (tx) =>
      plannedYears(tx, municipality, { caseId }),
    );
  }
}
