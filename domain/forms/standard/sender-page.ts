import type { Language } from '../../language';
import type { FormDefinition, FormPage } from '../types';

/** Who sends a form for an organisation. */
const page: FormPage = {
  id: 'sender',
  fields: [
    { id: 'organisationName', type: 'text', required: true, autocomplete: 'organization' },
    { id: 'organisationNumber', type: 'organisationNumber', required: true },
    { id: 'coordinatorName', type: 'text', required: true, autocomplete: 'name' },
    { id: 'coordinatorEmail', type: 'email', required: true, autocomplete: 'email' },
  ],
};

const texts: Record<Language, Readonly<Record<string, string>>> = {
  sv: {
    send: 'Skicka',
    'page.sender': 'Organisationen och du',
    'field.organisationName': 'Organisationens namn',
    'field.organisationName.error.required': 'Skriv organisationens namn',
    'field.organisationNumber': 'Organisationsnummer',
    'field.organisationNumber.help': 'Tio siffror, till exempel 802002-4280',
    'field.organisationNumber.error.required': 'Skriv organisationsnumret',
    'field.coordinatorName': 'Ditt namn',
    'field.coordinatorName.error.required': 'Skriv ditt namn',
    'field.coordinatorEmail': 'Din e-postadress',
    'field.coordinatorEmail.help': 'Hit skickar vi kvitto, frågor och beslut.',
    'field.coordinatorEmail.error.required': 'Skriv din e-postadress',
  },
  en: {
    send: 'Send',
    'page.sender': 'The organisation and you',
    'field.organisationName': 'Name of the organisation',
    'field.organisationName.error.required': 'Write the name of the organisation',
    'field.organisationNumber': 'Organisation number',
    'field.organisationNumber.help': 'Ten digits, for example 802002-4280',
    'field.organisationNumber.error.required': 'Write the organisation number',
    'field.coordinatorName': 'Your name',
    'field.coordinatorName.error.required': 'Write your name',
    'field.coordinatorEmail': 'Your e-mail address',
    'field.coordinatorEmail.help': 'This is where we send the receipt, questions and the decision.',
    'field.coordinatorEmail.error.required': 'Write your e-mail address',
  },
};

/** A form that ends with a page about who sends it, bound to the names that every process knows. */
export function withSenderPage(
  form: Omit<FormDefinition, 'bindings'> & Partial<Pick<FormDefinition, 'bindings'>>,
): FormDefinition {
  const bindings = Object.fromEntries(page.fields.map(({ id }) => [id, id]));
  return {
    ...form,
    bindings: { ...bindings, ...form.bindings },
    pages: [...form.pages, page],
    texts: {
      sv: { ...texts.sv, ...form.texts.sv },
      en: { ...texts.en, ...form.texts.en },
    },
  };
}
