import { canonicalJson } from '../canonical-json';
import type { FollowUpReport } from './report-shapes';

/** What the municipality says about the answers of a year. */
export interface Commentary {
  summary: string;
  measures?: string;
}

/** A version of the report as it is kept. */
export interface StoredReportContent {
  /** Null in the first version, which is what the commentary is written about. */
  commentary: Commentary | null;
  report: FollowUpReport;
}

/**
 * The report for programs, as it is published and in the PDF: the same report, the same bytes. Its hash
 * is of these. Fields are only ever added.
 */
export function publishedJson({ report, commentary }: StoredReportContent): string {
  const content = commentary ? { ...report, commentary } : report;
  return `${JSON.stringify(JSON.parse(canonicalJson(content)), undefined, 2)}\n`;
}
