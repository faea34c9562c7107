import type { ReaderRequest } from '../../../domain/api/desk';
import type { FormDefinition, FormField } from '../../../domain/forms/types';
import type { Language } from '../../../domain/language';

export type Reaching = ReaderRequest['kind'];

/** Several people stand on one page, so each form names its fields. */
export function reachingField(kind: Reaching, field: string, position: number): string {
  return `${kind}${field.charAt(0).toUpperCase()}${field.slice(1)}Of${position}`;
}

const own: Record<Reaching, readonly FormField[]> = {
  allByPost: [{ id: 'postal', type: 'longText', required: true, maxLength: 300 }],
  addEmail: [{ id: 'email', type: 'email', required: true }],
  mailAgain: [],
  cameBack: [],
};

/** The form of one way to reach somebody from now on. */
export function reachingForm(kind: Reaching, position: number, name: string): FormDefinition {
  const named = (id: string) => reachingField(kind, id, position);
  const fields: readonly FormField[] = [
    ...own[kind],
    { id: 'reason', type: 'longText', required: true, maxLength: 2000 },
  ];
  const textsIn = (language: Language) =>
    Object.fromEntries(
      Object.entries({ ...shared[language], ...words[language][kind] }).map(([key, text]) => [
        key.replace(/^field\.(\w+)/, (_, id: string) => `field.${named(id)}`),
        text.replaceAll('{{name}}', name),
      ]),
    );
  return {
    id: kind,
    version: 1,
    retentionYears: 0,
    bindings: {},
    pages: [{ id: 'reaching', fields: fields.map((field) => ({ ...field, id: named(field.id) })) }],
    texts: { sv: textsIn('sv'), en: textsIn('en') },
  };
}

const shared: Record<Language, Record<string, string>> = {
  sv: {
    'page.reaching': 'Så nås personen',
    'field.email': 'E-postadress',
    'field.email.error.required': 'Skriv e-postadressen',
    'field.postal': 'Postadress',
    'field.postal.help': 'Gata eller box på en rad, postnummer och ort på nästa.',
    'field.postal.error.required': 'Skriv postadressen',
    'field.reason': 'Varför?',
    'field.reason.help': 'Skälet sparas i ärendet tillsammans med ditt namn.',
    'field.reason.error.required': 'Skriv varför',
  },
  en: {
    'page.reaching': 'How the person is reached',
    'field.email': 'E-mail address',
    'field.email.error.required': 'Write the e-mail address',
    'field.postal': 'Postal address',
    'field.postal.help': 'Street or box on one line, postal code and town on the next.',
    'field.postal.error.required': 'Write the postal address',
    'field.reason': 'Why?',
    'field.reason.help': 'The reason is kept in the case together with your name.',
    'field.reason.error.required': 'Write why',
  },
};

const words: Record<Language, Record<Reaching, Record<'title' | 'intro' | 'send', string>>> = {
  sv: {
    allByPost: {
      title: 'Låt alla brev till {{name}} gå med post',
      intro:
        'Alla brev i ärendet till {{name}} skrivs ut från och med nu, tills någon ångrar det. De som väntar eller inte har kommit fram också.',
      send: 'Låt breven gå med post',
    },
    addEmail: {
      title: 'Lägg till en e-postadress för {{name}}',
      intro:
        'Breven i ärendet mejlas från och med nu. Har {{name}} en fråga att svara på går ett mejl med en länk dit nu.',
      send: 'Lägg till adressen',
    },
    mailAgain: {
      title: 'Mejla breven till {{name}} igen',
      intro: 'Breven i ärendet går till e-postadressen igen i stället för med post.',
      send: 'Mejla igen',
    },
    cameBack: {
      title: 'Det senaste brevet till {{name}} har kommit tillbaka',
      intro:
        'Brevet räknas då som ett som inte kom fram, och kontaktpunkten får en uppgift att se till det. Har du rätt adress, rätta den i nästa steg.',
      send: 'Anteckna att brevet kom tillbaka',
    },
  },
  en: {
    allByPost: {
      title: 'Let all letters to {{name}} go by post',
      intro:
        'From now on all letters of the case to {{name}} are printed, until somebody takes that back. Those that wait or did not arrive too.',
      send: 'Let the letters go by post',
    },
    addEmail: {
      title: 'Add an e-mail address for {{name}}',
      intro:
        'From now on the letters of the case are mailed. If {{name}} has a question to answer, an e-mail with a link goes there now.',
      send: 'Add the address',
    },
    mailAgain: {
      title: 'Mail the letters to {{name}} again',
      intro: 'The letters of the case go to the e-mail address again instead of by post.',
      send: 'Mail again',
    },
    cameBack: {
      title: 'The last letter to {{name}} has come back',
      intro:
        'The letter then counts as one that did not arrive, and the contact point gets a task to see to it. If you have the right address, correct it in the next step.',
      send: 'Record that the letter came back',
    },
  },
};
