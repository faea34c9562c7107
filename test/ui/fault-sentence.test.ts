import { accessionApplication } from '../../domain/forms/definitions/accession-application';
import type { Fault } from '../../domain/forms/types';
import { languages } from '../../domain/language';
import { translator } from '../../domain/texts';
import { faultSentence } from '../../forms-ui/shared/forms/fault-sentence';
import type { Texts } from '../../forms-ui/shared/i18n/use-texts';

/** The page's translator, over the texts that the page and the server share. */
const texts = (language: 'sv' | 'en') => translator(language, 'common') as unknown as Texts;

const sentence = (fieldId: string, fault: Fault, language: 'sv' | 'en' = 'sv') =>
  faultSentence(accessionApplication, fieldId, fault, language, texts(language));

describe('sentence of a fault', () => {
  it('is the form’s own where it has one', () => {
    expect(sentence('organisationName', 'required')).toBe('Skriv organisationens namn');
  });

  it('is the general one elsewhere', () => {
    expect(sentence('coordinatorEmail', 'email')).toBe(
      'Kontrollera e-postadressen, till exempel namn@exempel.se',
    );
  });

  it('repeats the label’s words and the limit, grouped as the language does', () => {
    expect(sentence('contribution', 'tooLong').replaceAll('\u00a0', ' ')).toBe(
      'Vad vill er organisation bidra med i samverkan? får ha högst 5 000 tecken',
    );
    expect(sentence('contribution', 'tooLong', 'en')).toContain('at most 5,000 characters');
  });

  it.each(languages)('never shows a placeholder in %s', (language) => {
    for (const page of accessionApplication.pages) {
      for (const field of page.fields) {
        for (const fault of ['required', 'tooLong', 'choice', 'confirmation'] as const) {
          expect(sentence(field.id, fault, language)).not.toMatch(/\{\{|\bundefined\b/);
        }
      }
    }
  });
});
