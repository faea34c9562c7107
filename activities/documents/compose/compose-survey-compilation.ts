import type { Compilation, Said } from '../../../domain/first-agreement/compilation';
import { firstAgreementSurvey } from '../../../domain/forms/definitions/first-agreement-survey';
import { formatDate } from '../../../domain/format';
import { formText } from '../../../domain/forms/summary';
import type { Block, DocumentContent } from '../content';
import { caseFrame, documentTexts, heading, paragraph, type DocumentInput } from './frame';

export interface SurveyCompilationInput extends DocumentInput {
  number: string;
  /** What the work on a first agreement is called. */
  title: string;
  compilation: Compilation;
}

/** What was answered to the survey before a first agreement, question by question. */
export function composeSurveyCompilation(input: SurveyCompilationInput): DocumentContent {
  const { number, title, compilation, createdAt, language } = input;
  const t = documentTexts(input);
  return {
    ...caseFrame(input, { number, dated: createdAt }),
    title: t('surveyCompilation.title', { title }),
    blocks: [
      paragraph(t('surveyCompilation.intro', { day: formatDate(createdAt, language) })),
      { kind: 'facts', rows: counts(input) },
      ...compilation.questions.flatMap(({ id, invited, others }) => [
        heading(2, formText(firstAgreementSurvey, language, `field.${id}`)),
        heading(3, t('surveyCompilation.ofInvited', { count: invited.length })),
        ...saidBy(input, invited),
        heading(3, t('surveyCompilation.ofOthers', { count: others.length })),
        ...saidBy(input, others),
      ]),
    ],
    attachment: {
      name: 'survey.json',
      description: t('surveyCompilation.attachment'),
      data: { number, ...compilation },
    },
  };
}

function counts(input: SurveyCompilationInput): { label: string; value: string }[] {
  const t = documentTexts(input);
  const { asked, answered, late, open } = input.compilation;
  return [
    { label: t('surveyCompilation.asked'), value: String(asked) },
    { label: t('surveyCompilation.answered'), value: String(answered) },
    { label: t('surveyCompilation.late'), value: String(late) },
    { label: t('surveyCompilation.silent'), value: String(asked - answered) },
    { label: t('surveyCompilation.open'), value: String(open) },
  ];
}

function saidBy(input: SurveyCompilationInput, said: readonly Said[]): Block[] {
  const t = documentTexts(input);
  if (said.length === 0) return [paragraph(t('surveyCompilation.nobody'))];
  const rows = said.map(({ who, late, text }) => {
    const name = who ?? t('surveyCompilation.unnamed');
    return { label: late ? t('surveyCompilation.lateAnswer', { who: name }) : name, value: text };
  });
  return [{ kind: 'facts', rows }];
}
