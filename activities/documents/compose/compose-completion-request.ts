import { formatDate } from '../../../domain/format';
import type { FieldQuestion } from '../../../domain/forms/questions';
import type { DocumentContent } from '../content';
import {
  caseFrame,
  contactLine,
  heading,
  paragraph,
  type DocumentInput,
  documentTexts,
} from './frame';

export interface CompletionRequestInput extends DocumentInput {
  /** Diary number. */
  number: string;
  organisationName: string;
  questions: readonly FieldQuestion[];
  /** `YYYY-MM-DD`: the last day to answer. */
  deadline: string;
}

/** The case officer's questions about an application, each with what it is about. */
export function composeCompletionRequest(input: CompletionRequestInput): DocumentContent {
  const { municipality, language, number, organisationName, questions, deadline } = input;
  const t = documentTexts(input);
  const contact = contactLine(municipality, language);
  return {
    ...caseFrame(input, { number, dated: input.createdAt }),
    recipient: [organisationName],
    title: t('completionRequest.title'),
    blocks: [
      paragraph(
        t('completionRequest.intro', {
          organisation: organisationName,
          agreement: municipality.agreementName[language],
        }),
      ),
      heading(2, t('completionRequest.questions')),
      {
        kind: 'facts',
        rows: questions.map(({ label, question }) => ({
          label: label ?? t('completionRequest.whole'),
          value: question,
        })),
      },
      heading(2, t('completionRequest.answer')),
      paragraph(t('completionRequest.answerText')),
      paragraph(t('completionRequest.deadline', { date: formatDate(deadline, language), contact })),
    ],
    attachment: {
      name: 'questions.json',
      description: t('completionRequest.attachment'),
      data: {
        number,
        organisationName,
        deadline,
        questions: questions.map(({ fieldId, question }) => ({ fieldId, question })),
      },
    },
  };
}
