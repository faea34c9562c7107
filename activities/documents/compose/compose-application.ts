import { formatInstant } from '../../../domain/format';
import { formText, summarize, type SummaryRow } from '../../../domain/forms/summary';
import type { Answers, FormDefinition } from '../../../domain/forms/types';
import type { Block, DocumentContent } from '../content';
import type { GroupThatDay } from '../group-that-day';
import {
  amountsBlock,
  caseFrame,
  contactLine,
  heading,
  paragraph,
  unbroken,
  type DocumentInput,
  documentTexts,
} from './frame';
import { groupBlocks } from './group-blocks';

export interface ApplicationInput extends DocumentInput {
  /** Diary number. */
  number: string;
  /** ISO instant. */
  receivedAt: string;
  form: FormDefinition;
  answers: Answers;
  /** It has been changed since it was first sent, after questions about it. */
  completed?: boolean;
  /** Before whom this version was put to be decided, where a group does that. */
  group?: GroupThatDay;
}

/** The application as it was sent: the applicant's receipt and the case's first record. */
export function composeApplication(input: ApplicationInput): DocumentContent {
  const { municipality, language, number, receivedAt, form, answers, completed = false } = input;
  const t = documentTexts(input);
  const contact = contactLine(municipality, language);
  const title = t('application.title', { title: formText(form, language, 'title') });
  return {
    ...caseFrame(input, { number, dated: receivedAt }),
    title: completed ? t('application.completedTitle', { title }) : title,
    blocks: [
      paragraph(
        t(completed ? 'application.completed' : 'application.received', {
          number: unbroken(number),
          receivedAt: formatInstant(receivedAt, language),
        }),
      ),
      paragraph(t('application.nothingNeeded')),
      ...sections(input),
      ...groupBlocks(input, input.group),
      { kind: 'notice', text: t('application.correction', { contact }) },
    ],
    attachment: {
      name: 'application.json',
      description: t('application.attachment'),
      data: {
        number,
        receivedAt,
        form: { id: form.id, version: form.version },
        answers,
        group: input.group,
      },
    },
  };
}

/** Questions and answers, page by page. */
export function sections(
  input: DocumentInput & Pick<ApplicationInput, 'form' | 'answers'>,
): Block[] {
  const { form, answers, language } = input;
  const unanswered = documentTexts(input)('frame.unanswered');
  return summarize(form, answers, language).flatMap((section): Block[] => [
    heading(2, section.title),
    ...answerBlocks(section.rows, unanswered),
  ]);
}

/** Labels and values, and between them the tables of amounts, each under its label. */
function answerBlocks(rows: readonly SummaryRow[], unanswered: string): Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    const fact = { label: row.label, value: withFingerprints(row) ?? unanswered };
    if (row.table) {
      blocks.push(paragraph(row.label), amountsBlock(row.table));
    } else if (last?.kind === 'facts') {
      blocks[blocks.length - 1] = { ...last, rows: [...last.rows, fact] };
    } else blocks.push({ kind: 'facts', rows: [fact] });
  }
  return blocks;
}

/** Files are listed with what tells them from any other: name, size and SHA-256, line by line. */
function withFingerprints({ value, files }: SummaryRow): string | undefined {
  if (!files) return value;
  const lines = value?.split('\n') ?? [];
  return files.map(({ sha256 }, i) => `${lines[i]}\nSHA-256 ${sha256}`).join('\n');
}
