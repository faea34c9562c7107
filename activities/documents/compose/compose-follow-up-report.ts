import type { FollowUpReport } from '../../../domain/follow-up/report-shapes';
import { viewReport } from '../../../domain/follow-up/report-sections';
import type { ReportPart, ReportSection } from '../../../domain/follow-up/report-view';
import { publishedJson, type Commentary } from '../../../domain/follow-up/stored-report';
import { reportTexts } from '../../../domain/follow-up/report-words';
import { formatDate } from '../../../domain/format';
import type { Block, DocumentContent } from '../content';
import type { GroupThatDay } from '../group-that-day';
import {
  caseFrame,
  documentTexts,
  heading,
  letterFrame,
  paragraph,
  type DocumentInput,
} from './frame';
import { groupBlocks } from './group-blocks';

export interface FollowUpReportInput extends DocumentInput {
  report: FollowUpReport;
  commentary?: Commentary | null;
  /** Of the cycle's case, where it has one. */
  number?: string;
  /** Before whom this version was put, where a group reviews it. */
  group?: GroupThatDay;
  /** SHA-256 of what is published for programs. */
  fingerprint: string;
}

/** The report of a year's follow-up, with the report for programs inside. */
export function composeFollowUpReport(input: FollowUpReportInput): DocumentContent {
  const {
    municipality,
    language,
    createdAt,
    report,
    commentary = null,
    number,
    fingerprint,
  } = input;
  const t = reportTexts(language);
  const agreementName = municipality.agreementName[language];
  const { title, sections } = viewReport({ report, commentary, language, agreementName });
  const footer = t('document.footer', { municipality: municipality.name, year: report.year });
  return {
    ...(number === undefined
      ? {
          ...letterFrame(input),
          reference: [
            { label: documentTexts(input)('frame.date'), value: formatDate(createdAt, language) },
          ],
          footer,
        }
      : caseFrame(input, { number, dated: createdAt })),
    title,
    blocks: [
      ...sections.flatMap(sectionBlocks),
      ...groupBlocks(input, input.group),
      heading(2, t('document.fingerprint.heading')),
      paragraph(t('document.fingerprint.text', { value: fingerprint })),
    ],
    attachment: {
      name: 'report.json',
      description: t('document.attachment'),
      data: JSON.parse(publishedJson({ report, commentary })) as unknown,
    },
  };
}

function sectionBlocks({ heading: text, parts }: ReportSection): Block[] {
  return [heading(2, text), ...parts.flatMap((part, i) => partBlocks(part, parts[i - 1]))];
}

function partBlocks(part: ReportPart, before: ReportPart | undefined): Block[] {
  switch (part.kind) {
    case 'paragraph':
      return [paragraph(part.text)];
    case 'list':
      return [{ kind: 'list', items: part.items }];
    case 'heading':
      return [heading(3, part.text)];
    case 'chart':
      return [part];
    case 'file':
      return [];
    case 'quotes':
      return [{ kind: 'list', items: part.quotes.map(quoteLine) }];
    case 'table': {
      const { caption, ...content } = part.table;
      const table = { kind: 'table', ...content, rowHeaders: true } as const;
      // A second table after another one needs to say what it is.
      return before?.kind === 'table' ? [heading(3, caption), table] : [table];
    }
  }
}

function quoteLine({ text, note }: { text: string; note?: string }): string {
  return note === undefined ? text : `${text}\n– ${note}`;
}
