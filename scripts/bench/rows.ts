import type { LetterTimes } from './measures/letter';
import type { Opening } from './measures/opening';
import type { PageWeight } from './measures/page-weight';
import type { ReportTimes } from './measures/report';
import type { RouteTimes } from './measures/routes';
import { median, percentile, ratios, spread } from './statistics';
import type { Row } from './table';

/** The sentences of the table: each figure with what it is held against. */

export function receiptRow(figure: string, times: RouteTimes): Row {
  const p95 = percentile(times.product, 0.95);
  return {
    figure,
    ours: p50AndP95(times.product),
    floor: p50AndP95(times.plain),
    result: `p95 ${p95.toFixed(1)} ms`,
    wanted: '≤ 50 ms',
    met: p95 <= 50,
  };
}

export function answerRow(figure: string, times: RouteTimes): Row {
  const ratio = median(times.product) / median(times.plain);
  return {
    figure,
    ours: p50AndP95(times.product),
    floor: p50AndP95(times.plain),
    result: `${ratio.toFixed(2)} ×`,
    wanted: '≤ 2 ×',
    met: ratio <= 2,
  };
}

/** A save of the draft that several people fill in: as fast as a receipt, and beside the bare route. */
export function draftRows(database: string, times: RouteTimes): Row[] {
  return [
    receiptRow(`Shared draft saved, ${database}`, times),
    answerRow(`The same, to the bare route, ${database}`, times),
  ];
}

/** A large ledger beside a small one. */
export function statementRow(
  figure: string,
  { small, large }: { small: readonly number[]; large: readonly number[] },
): Row {
  const ratio = median(large) / median(small);
  return {
    figure,
    ours: p50AndP95(large),
    floor: p50AndP95(small),
    result: `${ratio.toFixed(2)} ×`,
    wanted: '≤ 1.2 ×',
    met: ratio <= 1.2,
  };
}

/** Both in cases per second, round by round. */
export function rateRow(
  figure: string,
  rates: { ours: readonly number[]; floor: readonly number[] },
  wanted: number,
): Row {
  const { median: ratio, least, most } = spread(ratios(rates.ours, rates.floor));
  return {
    figure,
    ours: `${median(rates.ours).toFixed(1)}/s`,
    floor: `${median(rates.floor).toFixed(1)}/s`,
    result: `${ratio.toFixed(2)} × (${least.toFixed(2)}–${most.toFixed(2)})`,
    wanted: `≥ ${wanted} ×`,
    met: ratio >= wanted,
  };
}

/** Everybody is asked: letters per second, and what it costs in events and memory. */
export function openingRows(database: string, { rates, events, growth }: Opening): Row[] {
  const megabytes = growth / 1e6;
  return [
    rateRow(`Follow-up opened for 1,000, letters, ${database}`, rates, 0.8),
    {
      figure: `Events of it, ${database}`,
      ...{ ours: String(events), floor: '', result: `${events} events` },
      ...{ wanted: '≤ 2000', met: events <= 2000 },
    },
    {
      figure: `Memory for 1,000 above that for 100, ${database}`,
      ...{ ours: `${megabytes.toFixed(0)} MB`, floor: '', result: `${megabytes.toFixed(0)} MB` },
      ...{ wanted: '≤ 80 MB', met: megabytes <= 80 },
    },
  ];
}

/** The report of a follow-up: ten times the answers in ten times the time at most. */
export function reportRow({ hundred, thousand }: ReportTimes): Row {
  const ratio = median(thousand) / median(hundred);
  return {
    figure: 'report of a follow-up compiled, 1,000 asked to 100',
    ours: p50AndP95(thousand),
    floor: p50AndP95(hundred),
    result: `${ratio.toFixed(2)} ×`,
    wanted: '≤ 10 ×',
    met: ratio <= 10,
  };
}

export function letterRows({ pool, direct, plain }: LetterTimes): Row[] {
  const row = (figure: string, times: readonly number[]): Row => ({
    figure,
    ours: p50AndP95(times),
    floor: p50AndP95(plain),
    result: `p50 ${median(times).toFixed(1)} ms`,
    wanted: '≤ 40 ms',
    met: median(times) <= 40,
  });
  return [
    row('Letter of two pages, in the pool', pool),
    row('Letter of two pages, without pool', direct),
  ];
}

export function historyRow(figure: string, events: number, plain: number): Row {
  return {
    figure,
    ours: String(events),
    floor: String(plain),
    result: `${events} events`,
    wanted: '≤ 120',
    met: events <= 120,
  };
}

export function weightRows({ home, form, language }: PageWeight): Row[] {
  const row = (figure: string, bytes: number, limit: number): Row => ({
    figure,
    ours: kilobytes(bytes),
    floor: `language ${kilobytes(language)}`,
    result: kilobytes(bytes),
    wanted: `≤ ${limit} kB`,
    met: bytes <= limit * 1000,
  });
  return [row('Script of the home page, gzip', home, 130), row('Script of the form', form, 200)];
}

function p50AndP95(times: readonly number[]): string {
  return `${median(times).toFixed(1)} / ${percentile(times, 0.95).toFixed(1)} ms`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
