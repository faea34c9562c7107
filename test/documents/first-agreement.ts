import { composeAgreementDraft } from '../../activities/documents/compose/compose-agreement-draft';
import { composeSurveyCompilation } from '../../activities/documents/compose/compose-survey-compilation';
import type { DocumentContent } from '../../activities/documents/content';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { compileSurvey } from '../../domain/first-agreement/compilation';
import { firstAgreementOf } from '../../domain/first-agreement/first-agreement';
import type { Answers } from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import { aCommission, surveyAnswers } from '../support/first-agreements';

const common = (language: Language) => ({
  ...{ municipality: sodertalje, language, process: 'firstAgreement', number: 'KS27/14' },
  createdAt: '2027-05-21T09:00:00.000Z',
});

/** A survey that one has answered, one too late, one not at all, and somebody who was not asked. */
export function aSurveyCompilation(language: Language): DocumentContent {
  const answers = (more: Record<string, unknown> = {}) => surveyAnswers(more) as Answers;
  return composeSurveyCompilation({
    ...common(language),
    title: 'Samverkan i Södertälje',
    compilation: compileSurvey({
      asked: 3,
      invited: [
        { who: 'Lyktan', late: false, answers: answers() },
        { who: 'Hamnen', late: true, answers: answers({ freeWord: 'Tack.\nVi ses.' }) },
      ],
      others: [{ who: null, late: false, answers: answers({ needs: 'Busshållplatser.' }) }],
    }),
  });
}

/** A draft that is a file, with some text beside it. */
export function anAgreementDraft(language: Language): DocumentContent {
  return composeAgreementDraft({
    ...common(language),
    commission: firstAgreementOf(aCommission() as Answers),
    meetings: [
      { kind: 'meeting', day: '2027-03-12', title: 'Vad vill vi tillsammans?' },
      { kind: 'workshop', day: '2027-06-04', title: 'Vi skriver' },
    ],
    survey: { asked: 3, answered: 2, open: 1 },
    draft: {
      ...{ summary: 'Sju principer.', met: 'Lokaler är ett eget åtagande.', text: '1. Inledning' },
      file: { name: 'Utkast.pdf', sha256: 'ab'.repeat(32) },
      handedOverAt: '2027-06-30T09:00:00.000Z',
    },
    url: 'https://samverkan.example/sodertalje/first-agreement/1',
  });
}
