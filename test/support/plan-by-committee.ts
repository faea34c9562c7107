import { sodertaljeAgreement } from '../../config/municipalities/sodertalje/agreement';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { plannedPoints } from '../../config/municipalities/sodertalje/development-plan';
import { developmentPlan as configured } from '../../config/processes/development-plan';
import { openCase } from '../../database/open-case';
import { developmentPlan as form } from '../../domain/forms/definitions/development-plan';
import type { Answers } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import { firstPlan, planAnswers } from '../../domain/plan/development-plan';
import { developmentPlan } from '../../domain/processes/development-plan';
import { CommitteeRoom } from './committees';
import { contactPoint, FollowUps } from './follow-ups';
import type { Mail, System } from './system';

const { evaluate } = configured.tasks;

/** Culture and leisure decides on the development plan, and no group before it. */
export const byCommittee: Municipality = {
  ...sodertalje,
  processes: {
    ...sodertalje.processes,
    developmentPlan: { ...configured, tasks: { evaluate: evaluate! }, bodies: ['KFN'] },
  },
};

/** Plans on their way to the committee and back. */
export class PlansByCommittee {
  readonly room: CommitteeRoom;
  readonly years: FollowUps;

  constructor(readonly system: System) {
    this.room = new CommitteeRoom(system);
    this.years = new FollowUps(system, () => new Date(), byCommittee);
  }

  /** As the report of a follow-up begins it when it is published; returns the case. */
  async begin(year: number): Promise<string> {
    const at = new Date();
    const answers = planAnswers(
      firstPlan(sodertaljeAgreement.texts.sv.developmentAreas, 'sv', plannedPoints),
    );
    const caseId = await this.system.server.database.transaction('sodertalje', (tx) =>
      openCase(
        { tx, municipality: byCommittee, at },
        {
          ...{ process: developmentPlan, title: `Utvecklingsplan ${year}`, form, answers },
          details: { year },
        },
      ),
    );
    this.system.server.nudgeRelay();
    return caseId;
  }

  evaluation(caseId: string): Promise<Mail> {
    return this.years.latest(contactPoint, /^Utvärdera/, caseId);
  }

  async points(caseId: string): Promise<Answers[]> {
    const { completion } = await this.years.read(await this.evaluation(caseId));
    return (completion?.answers as { points: Answers[] }).points;
  }

  async evaluate(caseId: string, points: readonly Answers[]): Promise<void> {
    await this.system.answer(await this.evaluation(caseId), { points });
  }

  /** The committee's matter in a round after another one's, else the first one's. */
  async decide(caseId: string, answers: Record<string, unknown>, after?: string): Promise<string> {
    for (;;) {
      const matter = await this.room.matterOf(caseId, 'KFN');
      if (matter.caseId === after) {
        await new Promise((resume) => setTimeout(resume, 50));
        continue;
      }
      await this.room.decide(matter.caseId, { adjustment: 'immediate', ...answers });
      return matter.caseId;
    }
  }
}

/** What the committee says to a plan, in its own words. */
export const saidToPlan = {
  back: {
    ...{ outcome: 'referBack', wording: 'Nämnden återremitterar planen.' },
    referralReasons: 'Det saknas en volontärbank.',
  },
  changed: {
    ...{ outcome: 'approveWithChange', paragraph: '84' },
    wording: 'Nämnden antar planen. Volontärbanken är påbörjad.',
  },
  no: { outcome: 'refuse', wording: 'Nämnden avslår förslaget.' },
} as const;
