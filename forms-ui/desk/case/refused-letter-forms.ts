import type { RefusedLetterRequest } from '../../../domain/api/desk';
import type { FormDefinition, FormField } from '../../../domain/forms/types';
import type { Language } from '../../../domain/language';

export type Mending = RefusedLetterRequest['kind'];

/** What can be done with any letter, in the order it is offered. */
export const mendings: readonly Mending[] = ['correctAddress', 'sendAgain', 'post'];

/** Several stand on one page, so each names its fields. */
export function mendingField(kind: Mending, field: string, position: number): string {
  return `${kind}${field.charAt(0).toUpperCase()}${field.slice(1)}${position}`;
}

const own: Record<Mending, readonly FormField[]> = {
  correctAddress: [{ id: 'email', type: 'email', required: true }],
  sendAgain: [],
  arrived: [],
  post: [{ id: 'postal', type: 'longText', required: true, maxLength: 300 }],
};

/** The form of one thing that can be done with a letter that did not arrive. */
export function mendingForm(kind: Mending, position: number): FormDefinition {
  const name = (id: string) => mendingField(kind, id, position);
  const fields: readonly FormField[] = [
    ...own[kind],
    { id: 'reason', type: 'longText', required: true, maxLength: 2000 },
  ];
  const textsIn = (language: Language) =>
    Object.fromEntries(
      Object.entries({ ...shared[language], ...words[language][kind] }).map(([key, text]) => [
        key.replace(/^field\.(\w+)/, (_, id: string) => `field.${name(id)}`),
        text,
      ]),
    );
  return {
    id: kind,
    version: 1,
    retentionYears: 0,
    bindings: {},
    pages: [{ id: 'mending', fields: fields.map((field) => ({ ...field, id: name(field.id) })) }],
    texts: { sv: textsIn('sv'), en: textsIn('en') },
  };
}

const shared: Record<Language, Record<string, string>> = {
  sv: {
    'page.mending': 'Åtgärd',
    'field.email': 'Rätt e-postadress',
    'field.email.error.required': 'Skriv den rätta e-postadressen',
    'field.postal': 'Postadress',
    'field.postal.help': 'Gata eller box på en rad, postnummer och ort på nästa.',
    'field.postal.error.required': 'Skriv postadressen',
    'field.reason': 'Varför?',
    'field.reason.help': 'Skälet sparas i ärendet tillsammans med ditt namn.',
    'field.reason.error.required': 'Skriv varför',
  },
  en: {
    'page.mending': 'Action',
    'field.email': 'The right e-mail address',
    'field.email.error.required': 'Write the right e-mail address',
    'field.postal': 'Postal address',
    'field.postal.help': 'Street or box on one line, postal code and town on the next.',
    'field.postal.error.required': 'Write the postal address',
    'field.reason': 'Why?',
    'field.reason.help': 'The reason is kept in the case together with your name.',
    'field.reason.error.required': 'Write why',
  },
};

const words: Record<Language, Record<Mending, Record<'title' | 'intro' | 'send', string>>> = {
  sv: {
    correctAddress: {
      title: 'Rätta adressen',
      intro:
        'Brev som inte har kommit fram skickas till den nya adressen. Gamla länkar slutar fungera.',
      send: 'Rätta adressen och skicka',
    },
    sendAgain: {
      title: 'Skicka igen till samma adress',
      intro: 'När felet låg hos mottagaren och är avhjälpt.',
      send: 'Skicka igen',
    },
    arrived: {
      title: 'Brevet kom fram',
      intro: 'När svaret visar, eller mottagaren säger, att brevet har kommit fram.',
      send: 'Anteckna att brevet kom fram',
    },
    post: {
      title: 'Låt brevet gå med post',
      intro: 'Brevet skrivs ut och står sedan under Brev att posta.',
      send: 'Låt det gå med post',
    },
  },
  en: {
    correctAddress: {
      title: 'Correct the address',
      intro: 'Letters that did not arrive are sent to the new address. Old links stop working.',
      send: 'Correct the address and send',
    },
    sendAgain: {
      title: 'Send again to the same address',
      intro: 'When the fault was the receiver’s and has been mended.',
      send: 'Send again',
    },
    arrived: {
      title: 'The letter arrived',
      intro: 'When the answer shows, or the receiver says, that the letter has arrived.',
      send: 'Record that the letter arrived',
    },
    post: {
      title: 'Let the letter go by post',
      intro: 'The letter is printed and then stands under Letters to post.',
      send: 'Let it go by post',
    },
  },
};
