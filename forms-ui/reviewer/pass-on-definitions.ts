import type { TaskView } from '../../domain/api/shapes';
import type { FormDefinition, FormField } from '../../domain/forms/types';

const reason = (id: string): FormField => ({
  id,
  type: 'longText',
  required: true,
  maxLength: 2000,
});

/** Whoever is asked has a conflict of interest (KL 6:28): a colleague is asked instead. */
export const conflictForm: FormDefinition = {
  id: 'conflict',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [{ id: 'conflict', fields: [reason('conflictReason')] }],
  texts: {
    sv: {
      title: 'Anmäl jäv',
      intro:
        'Är du eller någon närstående inblandad i organisationen ska någon annan besluta. Frågan går då till en kollega, och din länk slutar fungera.',
      send: 'Anmäl jäv och lämna frågan',
      'page.conflict': 'Jäv',
      'field.conflictReason': 'På vilket sätt är du jävig?',
      'field.conflictReason.error.required': 'Skriv på vilket sätt du är jävig',
    },
    en: {
      title: 'Declare a conflict of interest',
      intro:
        'If you or somebody close to you is involved in the organisation, somebody else must decide. The question then goes to a colleague, and your link stops working.',
      send: 'Declare it and leave the question',
      'page.conflict': 'Conflict of interest',
      'field.conflictReason': 'What is your conflict of interest?',
      'field.conflictReason.error.required': 'Write what your conflict of interest is',
    },
  },
};

/** The same where nobody is left to ask instead: the others in the group answer without them. */
export const conflictAmongOthersForm: FormDefinition = {
  ...conflictForm,
  id: 'conflictAmongOthers',
  texts: {
    sv: {
      ...conflictForm.texts.sv,
      intro:
        'Är du eller någon närstående inblandad i organisationen ska du inte svara. De andra i gruppen svarar då utan dig, och din länk slutar fungera.',
    },
    en: {
      ...conflictForm.texts.en,
      intro:
        'If you or somebody close to you is involved in the organisation, you should not answer. The others in the group then answer without you, and your link stops working.',
    },
  },
};

/** Whoever is asked hands the question to one of these colleagues. */
export function delegationForm(standIns: TaskView['standIns']): FormDefinition {
  const names = Object.fromEntries(
    standIns.map(({ name }, i) => [`field.delegateTo.option.c${i}`, name]),
  );
  const options = standIns.map((_, i) => `c${i}`);
  return {
    id: 'delegation',
    version: 1,
    retentionYears: 10,
    bindings: {},
    pages: [
      {
        id: 'delegation',
        fields: [
          { id: 'delegateTo', type: 'choice', required: true, options },
          reason('delegateReason'),
        ],
      },
    ],
    texts: {
      sv: {
        title: 'Lämna över till en kollega',
        intro: 'Kollegan får frågan i ett mejl med samma sista dag, och din länk slutar fungera.',
        send: 'Lämna över frågan',
        'page.delegation': 'Lämna över',
        'field.delegateTo': 'Vem ska svara i stället?',
        'field.delegateTo.error.choice': 'Välj vem som ska svara i stället',
        'field.delegateReason': 'Varför lämnar du över frågan?',
        'field.delegateReason.error.required': 'Skriv varför du lämnar över frågan',
        ...names,
      },
      en: {
        title: 'Pass on to a colleague',
        intro:
          'Your colleague gets the question in an e-mail with the same last day, and your link stops working.',
        send: 'Pass on the question',
        'page.delegation': 'Pass on',
        'field.delegateTo': 'Who should answer instead?',
        'field.delegateTo.error.choice': 'Choose who should answer instead',
        'field.delegateReason': 'Why do you pass on the question?',
        'field.delegateReason.error.required': 'Write why you pass on the question',
        ...names,
      },
    },
  };
}
