import { accessionReview2 } from './accession-review-2';
import type { FormDefinition, FormPage } from '../types';
import { withoutTexts } from './without-texts';

/**
 * The case officer's first look in the full shape: complete enough for the group, questions that
 * send it back, or a refusal, which needs no opinion where the organisation may not apply at all.
 */
export const accessionCheck: FormDefinition = {
  ...accessionReview2,
  id: 'accession-check',
  version: 1,
  pages: accessionReview2.pages.map(asCheck),
  texts: {
    sv: {
      ...withoutTexts(accessionReview2.texts.sv, ['field.outcome.option.approve']),
      title: 'Kontrollera ansökan',
      intro:
        'Läs om ansökan är komplett och om organisationen kan ansluta sig. Därefter säger gruppen vad den tycker, och sedan fattas beslutet.',
      'page.decision': 'Kontroll',
      'field.outcome': 'Vad ska hända med ansökan?',
      'field.outcome.option.forward': 'Den är komplett och går till gruppen',
      'field.outcome.option.return': 'Organisationen behöver komplettera den',
      'field.outcome.option.refuse': 'Jag avslår den',
      'field.outcome.error.choice': 'Välj vad som ska hända med ansökan',
    },
    en: {
      ...withoutTexts(accessionReview2.texts.en, ['field.outcome.option.approve']),
      title: 'Check the application',
      intro:
        'Read whether the application is complete and whether the organisation may join. The group then says what it thinks, and after that the decision is taken.',
      'page.decision': 'Check',
      'field.outcome': 'What should happen to the application?',
      'field.outcome.option.forward': 'It is complete and goes to the group',
      'field.outcome.option.return': 'The organisation needs to complete it',
      'field.outcome.option.refuse': 'I refuse it',
      'field.outcome.error.choice': 'Choose what should happen to the application',
    },
  },
};

function asCheck(page: FormPage): FormPage {
  const options = ['forward', 'return', 'refuse'];
  return {
    ...page,
    fields: page.fields.map((field) => (field.id === 'outcome' ? { ...field, options } : field)),
  };
}
