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

/** The same with further documents to decide on, such as what other bodies have decided. */
export function withBasis(answers: Answers, lines: readonly string[]): Answers {
  if (lines.length === 0) return answers;
  const { basis } = answers;
  return {
    ...answers,
    basis: [...(typeof basis === 'string' ? [basis] : []), ...lines].join('\n'),
  };
}

/** Documents that one body has beside those of the report. */
export function furtherBasis(own: Answers, report: Answers): string[] {
  const lines = ({ basis }: Answers) => (typeof basis === 'string' ? basis.split('\n') : []);
  const common = lines(report);
  return lines(own).filter((line) => !common.includes(line));
}

/** What one body gets: the report with its own proposal, as answers of `committee-matter`. */
export function matterAnswers({ report }: Dispatch, proposal: string): Answers {
  return { ...report, proposal };
}
