import { formatInstant } from '../../../domain/format';
import { formText } from '../../../domain/forms/summary';
import type { Answers, FormDefinition } from '../../../domain/forms/types';
import type { DocumentContent } from '../content';
import { sections } from './compose-application';
import { caseFrame, documentTexts, paragraph, unbroken, type DocumentInput } from './frame';

export interface CommissionAnswerInput extends DocumentInput {
  /** Diary number. */
  number: string;
  /** ISO instant. */
  receivedAt: string;
  /** The task as the committee gave it. */
  asked: { form: FormDefinition; answers: Answers };
  form: FormDefinition;
  answers: Answers;
}

/** What an office has answered a committee, with the task it answers. */
export function composeCommissionAnswer(input: CommissionAnswerInput): DocumentContent {
  const { language, number, receivedAt, asked, form, answers } = input;
  const t = documentTexts(input);
  return {
    ...caseFrame(input, { number, dated: receivedAt }),
    title: formText(form, language, 'title'),
    blocks: [
      paragraph(
        t('commission.answered', {
          number: unbroken(number),
          receivedAt: formatInstant(receivedAt, language),
        }),
      ),
      ...sections({ ...input, ...asked }),
      ...sections(input),
    ],
    attachment: {
      name: 'answer.json',
      description: t('commission.attachment'),
      data: { number, receivedAt, form: { id: form.id, version: form.version }, answers },
    },
  };
}
