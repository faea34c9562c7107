import { linesOf } from '../../../domain/forms/clean-text';
import type { MatterReport } from '../../../domain/committees/dispatch';
import type { DocumentContent } from '../content';
import { caseFrame, documentTexts, heading, paragraphs, type DocumentInput } from './frame';

export interface OfficialReportInput extends DocumentInput {
  /** Diary number at the body that gets it. */
  number: string;
  /** What that body is called. */
  committee: string;
  report: MatterReport & { proposal: string };
  /** From 1. */
  version: number;
}

/** The official report to one body, with the proposal to that body. */
export function composeOfficialReport(input: OfficialReportInput): DocumentContent {
  const { report, committee, number, version, createdAt } = input;
  const t = documentTexts(input);
  return {
    ...caseFrame(input, { number, dated: createdAt }),
    recipient: [committee],
    title: report.title,
    blocks: [
      ...(version > 1
        ? [{ kind: 'notice' as const, text: t('officialReport.version', { version }) }]
        : []),
      heading(2, t('officialReport.proposal', { committee })),
      ...paragraphs(report.proposal),
      heading(2, t('officialReport.summary')),
      ...paragraphs(report.summary),
      heading(2, t('officialReport.matter')),
      ...paragraphs(report.matter),
      heading(2, t('officialReport.consequences')),
      ...paragraphs(report.consequences),
      ...(report.basis === undefined
        ? []
        : [
            heading(2, t('officialReport.basis')),
            { kind: 'list' as const, items: linesOf(report.basis) },
          ]),
      heading(2, t('officialReport.recipients')),
      { kind: 'list', items: linesOf(report.recipients) },
    ],
    attachment: {
      name: 'official-report.json',
      description: t('officialReport.attachment'),
      data: { number, committee, version, report },
    },
  };
}
