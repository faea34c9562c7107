import type { Answers } from '../forms/types';
import type { Order, Part } from './committee';

/** What a body is to deal with. */
export interface DispatchPlace {
  /** The letters of the body: `KFN`. */
  committee: string;
  part: Part;
  /** What this body is proposed to decide, as it is to stand in the minutes. */
  proposal: string;
}

/** The official report, as the answers of `committee-matter` without the proposal. */
export interface MatterReport {
  title: string;
  summary: string;
  matter: string;
  consequences: string;
  /** One document on each line. */
  basis?: string;
  /** One recipient on each line. */
  recipients: string;
}

/** A matter on its way to committees. */
export interface Dispatch {
  order: Order;
  report: MatterReport;
  places: readonly DispatchPlace[];
}

/** What one body gets: the report with its own proposal, as answers of `committee-matter`. */
export function matterAnswers({ report }: Dispatch, proposal: string): Answers {
  return { ...report, proposal };
}
