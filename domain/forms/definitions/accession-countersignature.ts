import type { FormDefinition } from '../types';
import { accessionSignature2 } from './accession-signature-2';

/** The municipality's own signature, after the organisation's; or no, and why. */
export const accessionCountersignature: FormDefinition = {
  ...accessionSignature2,
  id: 'accession-countersignature',
  version: 1,
  texts: {
    sv: {
      ...accessionSignature2.texts.sv,
      title: 'Skriv under för kommunen',
      intro:
        'Organisationen har skrivit under. Läs överenskommelsen. När du skriver under gäller det just den här versionen, för kommunens räkning.',
      'field.signedRole': 'Din roll i kommunen',
      'field.signedRole.help': 'Till exempel nämndordförande.',
      'field.signedRole.error.required': 'Skriv din roll i kommunen',
      'field.authorised': 'Jag har läst överenskommelsen och får skriva under för kommunen',
      'field.reasons.help':
        'Handläggaren läser det du skriver och bestämmer hur ärendet går vidare.',
    },
    en: {
      ...accessionSignature2.texts.en,
      title: 'Sign for the municipality',
      intro:
        'The organisation has signed. Read the agreement. You sign exactly this version, on behalf of the municipality.',
      'field.signedRole': 'Your role in the municipality',
      'field.signedRole.help': 'For example chair of the committee.',
      'field.signedRole.error.required': 'Write your role in the municipality',
      'field.authorised': 'I have read the agreement and may sign for the municipality',
      'field.reasons.help': 'The case officer reads what you write and says how the case goes on.',
    },
  },
};
