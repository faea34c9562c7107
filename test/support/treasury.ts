import { randomUUID } from 'node:crypto';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { plannedYears, type PlanStand } from '../../database/repositories/budget.repository';
import { potsOf } from '../../database/repositories/statement.repository';
import { stockholmDate } from '../../domain/calendar';
import type { Municipality } from '../../domain/municipality';
import type { DeskTask, SignedInTaskView } from '../../domain/api/desk';
import { CommitteeRoom, record } from './committees';
import { eventually } from './eventually';
import type { System } from './system';
import { amounts, forumMoney, verified } from './transfers';
import { comingYears } from './years';

/** The 250 000 a year of 002, in years to come. */
const raise = {
  title: 'Höjt nämndbidrag för samverkan',
  committee: 'KFN',
  purpose: 'En samordnare och stöd till föreningar.',
  otherwise: 'Överenskommelsen följs inte upp.',
  amounts: {
    years: comingYears.map(String),
    lines: [{ name: 'Samverkan', amounts: ['250 000', '250 000', '250 000'] }],
  },
};

/** Decided by the municipality's own bodies, but an official may let money go along to the next year. */
export const byNarrowerRule: Municipality = {
  ...sodertalje,
  processes: {
    ...sodertalje.processes,
    budgetTransfer: { ...sodertalje.processes['budgetTransfer']!, bodies: [] },
    budgetSettlement: { ...sodertalje.processes['budgetSettlement']!, bodies: [] },
  },
  ledger: {
    ...sodertalje.ledger!,
    settlesFrom: '02-01',
    accounts: {
      ...sodertalje.ledger!.accounts,
      KFN: {
        ...sodertalje.ledger!.accounts['KFN']!,
        accountant: { name: 'Ekonom på kontoret', email: 'ekonom@sodertalje.example' },
      },
    },
  },
};

/** Both committees settle a transfer between them; the council alone says what is taken along. */
export const byCouncilAlone: Municipality = {
  ...sodertalje,
  processes: {
    ...sodertalje.processes,
    budgetTransfer: { ...sodertalje.processes['budgetTransfer']!, bodies: [] },
    budgetSettlement: { ...sodertalje.processes['budgetSettlement']!, bodies: ['KF'] },
  },
};

/** What those do at the desk who move money between committees. */
export class Treasury extends CommitteeRoom {
  constructor(
    system: System,
    private readonly clock: () => Date,
    municipality = 'sodertalje',
  ) {
    super(system, municipality);
  }

  async begin(answers: Record<string, unknown> = {}): Promise<string> {
    const officer = await this.as('officer');
    const body = { submissionKey: randomUUID(), answers: { ...forumMoney, ...answers } };
    const begun = await officer.post(this.path('begin', 'budget-transfer'), body);
    if (begun.status !== 201) throw new Error(await begun.text());
    return ((await begun.json()) as { caseId: string }).caseId;
  }

  /** A transfer of the forum's money that everybody has said yes to, at meetings there are; `above` decide. */
  async decided(
    years: string[],
    between: { from: string; to: string },
    above: readonly string[] = ['KS', 'KF'],
  ): Promise<string> {
    const { lines } = amounts(['40 000', '80 000', '40 000'], ['3 000', '6 000', '3 000']);
    const own = lines.map((line) => ({ ...line, amounts: line.amounts.slice(0, years.length) }));
    const caseId = await this.begin({ ...between, amounts: { years, lines: own } });
    await this.say(caseId, 'verify', verified);
    const { from, to } = between;
    const bodies = [...[from, to].filter((id) => !above.includes(id)), ...above];
    for (const committee of bodies) {
      const outcome = committee === bodies.at(-1) ? 'approve' : 'support';
      await this.resolve(caseId, committee, { outcome });
    }
    await eventually('it is planned', async () => (await this.planOf(caseId)).length > 0);
    return caseId;
  }

  /** Asks for a raised appropriation; returns its case. */
  async requestRaise(): Promise<string> {
    const officer = await this.as('officer');
    const body = { submissionKey: randomUUID(), answers: raise };
    const begun = await officer.post(this.path('begin', 'raised-appropriation'), body);
    if (begun.status !== 201) throw new Error(await begun.text());
    return ((await begun.json()) as { caseId: string }).caseId;
  }

  /** Records a budget of so many kronor; `after` versions before it. */
  async adopt(committee: string, year: number, kronor: number, after = 0): Promise<void> {
    const controller = await this.as('controller');
    const [usual, today] = [`${year - 1}-11-20`, stockholmDate(this.clock())];
    const decidedOn = usual < today ? usual : today;
    const budget = { committee, year, kronor, after, decidedOn };
    const decision = `KF ${usual} § ${year}`;
    const response = await controller.post(this.path('ledger', 'budgets'), { ...budget, decision });
    if (!response.ok) throw new Error(await response.text());
  }

  async openTask(caseId: string, kind: string): Promise<DeskTask> {
    return eventually(`${kind} is asked`, async () =>
      (await this.read(caseId)).tasks.find((each) => each.kind === kind && each.state === 'open'),
    );
  }

  async formOf(caseId: string, kind: string): Promise<SignedInTaskView> {
    const { id } = await this.openTask(caseId, kind);
    const controller = await this.as('controller');
    return controller.read(this.path('cases', caseId, 'tasks', id, 'form'));
  }

  async say(
    caseId: string,
    kind: string,
    answers: Record<string, unknown>,
    role: 'controller' | 'secretary' = 'controller',
  ): Promise<Response> {
    const { id } = await this.openTask(caseId, kind);
    const path = this.path('cases', caseId, 'tasks', id, 'signed-in-answer');
    return (await this.as(role)).post(path, { answers });
  }

  /** The receiver's secretary accounts for a year, in kronor by line. */
  async account(
    caseId: string,
    used: Record<string, string>,
    rest: Record<string, unknown> = { rest: 'giveBack' },
  ): Promise<Response> {
    return this.say(
      caseId,
      'account',
      { used: await this.filled(caseId, 'account', used), ...rest },
      'secretary',
    );
  }

  /** The lines as they are asked, with amounts in them. */
  async filled(caseId: string, kind: 'account' | 'rest', amounts: Record<string, string>) {
    const { answers } = await this.formOf(caseId, kind);
    const field = answers[kind === 'account' ? 'used' : 'carriedOver'] as {
      years: string[];
      lines: { name: string }[];
    };
    return {
      years: field.years,
      lines: field.lines.map(({ name }) => ({ name, amounts: [amounts[name] ?? ''] })),
    };
  }

  /**
   * A transfer whose first year is over and settled: 33 000 of 43 000 are used, and the council decides about
   * the rest. Returns its case and the settlement's.
   */
  async settledOnce(
    years: readonly number[],
    between: { from: string; to: string },
    answers: Record<string, unknown> = { outcome: 'approve' },
  ): Promise<{ transfer: string; settlement: string }> {
    const [first = 0] = years;
    const transfer = await this.decided(years.map(String), between, []);
    const settlement = await this.settlementOf(transfer, first);
    const wish = { rest: 'carryOver', reasons: 'Ett forum sköts upp.' };
    await this.account(settlement, { Facilitator: '30 000', Konferens: '3 000' }, wish);
    await this.resolve(settlement, 'KF', answers);
    await eventually(`${first} is settled`, async () =>
      (await this.read(transfer)).settlements.some(({ settled }) => settled),
    );
    return { transfer, settlement };
  }

  /** The case in which a year of a transfer is settled, as soon as there is one. */
  async settlementOf(caseId: string, year: number): Promise<string> {
    const found = await eventually(`${year} is settled in a case of its own`, async () => {
      const { settlements } = await this.read(caseId);
      return settlements.find((each) => each.year === year);
    });
    return found.caseId;
  }

  /** A body decides at its latest meeting, with those serving who sit in it on the day; the minutes are announced. */
  async resolve(
    caseId: string,
    committee: string,
    answers: Record<string, unknown>,
  ): Promise<void> {
    const matter = await this.matterOf(caseId, committee);
    const { form, answers: known } = await this.asked(matter.caseId, 'decide');
    const meeting = form.pages[0]?.fields.find(({ id }) => id === 'meeting')?.options?.[0];
    const said = { meeting, ...record(), ...known, adjustment: 'immediate', ...answers };
    const response = await this.answer(matter.caseId, 'decide', said);
    if (!response.ok) throw new Error(await response.text());
    await this.minutes(matter.caseId, meeting ?? '', stockholmDate(this.clock()));
  }

  planOf(caseId: string): Promise<PlanStand[]> {
    return this.system.server.database.transaction(this.municipality, (tx) =>
      plannedYears(tx, this.municipality, { caseId }),
    );
  }

  /** What a committee has left in a year, in kronor. */
  async leftOf(committee: string, year: number): Promise<number> {
    const [pot] = await this.system.server.database.transaction(this.municipality, (tx) =>
      potsOf(tx, this.municipality, { committee, year }),
    );
    return (pot?.ore ?? 0) / 100;
  }

  /** What all pots come to: nothing, as long as the ledger is right. */
  async balance(): Promise<number> {
    const rows = await this.system.server.database.transaction(this.municipality, (tx) =>
      tx
        .selectFrom('ledger_entry')
        .select((of) => of.fn.sum<string>('ore').as('ore'))
        .where('municipality_id', '=', this.municipality)
        .execute(),
    );
    return Number(rows[0]?.ore ?? 0);
  }

  async changeBody(
    committee: string,
    kind: string,
    answers: Record<string, unknown>,
  ): Promise<void> {
    const secretary = await this.as('secretary');
    const path = this.path('committees', committee, 'changes');
    const response = await secretary.post(path, { kind, answers });
    if (!response.ok) throw new Error(await response.text());
  }
}
