/** A bar chart: groups of bars along an axis, each bar with its value written at its end. */
export interface ChartView {
  /** What it shows first of all, as a sentence. */
  title: string;
  /** Measure, year, number of answers. */
  subtitle: string;
  /** What is said in its place. */
  alt: string;
  axis: { min: number; max: number; ticks: readonly { value: number; label: string }[] };
  /** At most four, in the order of the bars. */
  series: readonly string[];
  groups: readonly ChartGroup[];
}

export interface ChartGroup {
  label: string;
  /** One for each series; without a value there is no bar, only a word. */
  bars: readonly { value: number | null; label: string }[];
}

export interface TableView {
  caption: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
  /** The last row has the sum of the others. */
  total?: true;
}

/** What somebody wrote, and what is known of who. */
export interface QuoteView {
  text: string;
  note?: string;
}

/** What the report can be downloaded as. */
export const reportFiles = ['pdf', 'ratings', 'response', 'matters', 'json'] as const;
export type ReportFile = (typeof reportFiles)[number];

/** Parts of a section, in reading order. */
export type ReportPart =
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'chart'; chart: ChartView }
  | { kind: 'table'; table: TableView }
  | { kind: 'heading'; text: string }
  | { kind: 'quotes'; quotes: readonly QuoteView[] }
  /** A file to download, on the page only. */
  | { kind: 'file'; file: ReportFile; label: string };

export interface ReportSection {
  id: string;
  heading: string;
  parts: readonly ReportPart[];
}

/** The report in one language, as its page and its PDF show it. */
export interface ReportView {
  title: string;
  year: number;
  sections: readonly ReportSection[];
}
