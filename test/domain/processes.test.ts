import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { withOfficerForms } from '../../domain/forms/standard/officer-forms';
import { withSenderPage } from '../../domain/forms/standard/sender-page';
import { builtInProcesses } from '../../domain/processes';
import type { ProcessDefinition, ProcessWords } from '../../domain/processes/definition';
import { createProcessRegistry } from '../../domain/processes/registry';
import { translator } from '../../domain/texts';

const words: ProcessWords = {
  matter: 'anmälan',
  yours: 'er anmälan',
  sender: 'kontaktperson',
  approved: 'Ja, {{organisation}}.',
  refused: 'Nej.',
  next: 'Inget mer.',
};
const notice: ProcessDefinition = {
  name: 'notice',
  address: 'notice',
  firstPhase: 'review',
  forms: withOfficerForms(
    withSenderPage({
      id: 'notice',
      version: 1,
      retentionYears: 10,
      pages: [{ id: 'what', fields: [{ id: 'what', type: 'longText', required: true }] }],
      texts: {
        sv: {
          title: 'Anmäl',
          intro: 'Skriv.',
          'page.what': 'Vad',
          'field.what': 'Vad gäller det?',
        },
        en: { title: 'Report', intro: 'Write.', 'page.what': 'What', 'field.what': 'What is it?' },
      },
    }),
  ),
  texts: {
    sv: { words, own: { 'mail.decided.action': 'Läs svaret' } },
    en: { words, own: { 'mail.decided.action': 'Read the answer' } },
  },
};

describe('a process definition', () => {
  it('is worded by its own words, in the common texts and in place of them', () => {
    createProcessRegistry([...builtInProcesses, notice]);
    const t = translator('sv', 'mail', 'notice');
    expect(t('applicationReceived.received', { number: 'KS 26/1' })).toBe(
      'Vi har tagit emot er anmälan. Ärendet har fått numret KS 26/1.',
    );
    expect(t('decided.action')).toBe('Läs svaret');
    expect(translator('sv', 'document', 'notice')('decision.approved', { organisation: 'A' })).toBe(
      'Ja, A.',
    );
    // The accession's, and what the process says nothing about.
    expect(translator('sv', 'mail', 'accession')('decided.action')).toBe('Läs beslutet');
    expect(t('personalLink')).toBe(translator('sv', 'mail')('personalLink'));
  });

  it('begins with the form that a municipality names, under its address', () => {
    const registry = createProcessRegistry([...builtInProcesses, notice]);
    const { accession } = sodertalje.processes;
    const municipality = {
      ...sodertalje,
      processes: { accession, notice: { ...accession, applicationForm: 'notice@1' } },
    };
    expect(registry.begunBy(municipality, { id: 'notice', version: 1 }).name).toBe('notice');
    expect(registry.at(municipality, 'notice').name).toBe('notice');
    expect(() => registry.at(sodertalje, 'notice')).toThrow('process.unknown');
    expect(() => registry.begunBy(sodertalje, { id: 'notice', version: 1 })).toThrow(
      'form.outdated',
    );
    expect(registry.having('notice-review@7')?.name).toBe('notice');
  });

  it('is refused with all its faults at once', () => {
    const texts = {
      sv: { words: { ...words, yours: ' ' }, own: { 'letter.x': 'y' } },
      en: { words },
    };
    const faulty = { ...notice, address: 'No Address', texts };
    expect(() => createProcessRegistry([notice, faulty])).toThrow(
      [
        'processes are incomplete:',
        'notice is there twice',
        'notice: No Address cannot stand in an address',
        'notice: no sv word for yours',
        'notice: no en text for letter.x',
        'notice: there is no text letter.x',
      ].join('\n'),
    );
  });
});
