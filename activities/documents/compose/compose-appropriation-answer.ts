import { amountsTable } from '../../../domain/forms/amounts-table';
import type { AmountsAnswer } from '../../../domain/forms/types';
import type { DocumentContent } from '../content';
import {
  amountsBlock,
  caseFrame,
  documentTexts,
  heading,
  paragraph,
  paragraphs,
  type DocumentInput,
} from './frame';

export interface AppropriationAnswerInput extends DocumentInput {
  number: string;
  /** What the request is called. */
  title: string;
  /** Whose appropriation it is, by name. */
  committee: string;
  requested: AmountsAnswer;
  outcome: 'approve' | 'refuse' | 'table';
  /** Only of what is granted. */
  granted?: AmountsAnswer;
  decision: string;
  reasons: string;
  /** It stands for an earlier answer in which something was wrong. */
  corrects: boolean;
}

/** What the budget process says to a request for a raised appropriation, and why. */
export function composeAppropriationAnswer(input: AppropriationAnswerInput): DocumentContent {
  const { number, title, committee, requested, outcome, granted, decision, reasons } = input;
  const t = documentTexts(input);
  const table = (amounts: AmountsAnswer) =>
    amountsBlock(amountsTable(amounts, t('appropriationAnswer.line'), input.language));
  return {
    ...caseFrame(input, { number, dated: input.createdAt }),
    recipient: [committee],
    title: t('appropriationAnswer.title'),
    blocks: [
      ...(input.corrects
        ? [{ kind: 'notice', text: t('appropriationAnswer.corrects') } as const]
        : []),
      paragraph(title),
      paragraph(t(`appropriationAnswer.${outcome}`, { committee })),
      ...(granted ? [heading(2, t('appropriationAnswer.granted')), table(granted)] : []),
      heading(2, t('appropriationAnswer.reasons')),
      ...paragraphs(reasons),
      { kind: 'facts', rows: [{ label: t('appropriationAnswer.decision'), value: decision }] },
      heading(2, t('appropriationAnswer.requested')),
      table(requested),
    ],
    attachment: {
      name: 'appropriation-answer.json',
      description: t('appropriationAnswer.attachment'),
      data: { number, title, requested, outcome, granted: granted ?? null, decision, reasons },
    },
  };
}
