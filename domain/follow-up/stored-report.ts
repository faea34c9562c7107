import type { FollowUpReport } from './report-shapes';

/** What the municipality says about the answers of a year. */
export interface Commentary {
  summary: string;
  measures?: string;
}

/** A version of the report as it is kept: its hash is of this. */
export interface StoredReportContent {
  /** Null in the first version, which is what the commentary is written about. */
  commentary: Commentary | null;
  report: FollowUpReport;
}
