import type { DeskCaseView } from '../../../domain/api/desk';
import type { FormDefinition, FormField } from '../../../domain/forms/types';

const reasonField: FormField = { id: 'reason', type: 'longText', required: true, maxLength: 2000 };
const reasonTexts = {
  sv: {
    'field.reason': 'Skäl',
    'field.reason.help': 'Sparas i ärendets historik tillsammans med ditt namn.',
    'field.reason.error.required': 'Skriv skälet',
  },
  en: {
    'field.reason': 'Reason',
    'field.reason.help': 'Kept in the history of the case together with your name.',
    'field.reason.error.required': 'Write the reason',
  },
};

/** Asks for the committee's diary number. */
export const numberForm: FormDefinition = {
  id: 'desk-number',
  version: 1,
  retentionYears: 0,
  bindings: {},
  pages: [
    {
      id: 'number',
      fields: [{ id: 'number', type: 'text', required: true, maxLength: 60 }, reasonField],
    },
  ],
  texts: {
    sv: {
      ...reasonTexts.sv,
      title: 'Ge diarienummer',
      send: 'Ge numret',
      'page.number': 'Diarienummer',
      'field.number': 'Nämndens diarienummer',
      'field.number.help':
        'Till exempel KFN 18/58. Det står i brev och handlingar från och med nu. Ärendet går att hitta med det gamla numret också.',
      'field.number.error.required': 'Skriv diarienumret',
    },
    en: {
      ...reasonTexts.en,
      title: 'Give a diary number',
      send: 'Give the number',
      'page.number': 'Diary number',
      'field.number': 'Diary number of the committee',
      'field.number.help':
        'For example KFN 18/58. Letters and records carry it from now on. The old number still finds the case.',
      'field.number.error.required': 'Write the diary number',
    },
  },
};

/** The whole case among the records that can be chosen. */
export const wholeCase = 'case';

/** Asks what to mark as secret of a case, and by which provision. Undefined when all of it is. */
export function markForm(view: DeskCaseView): FormDefinition | undefined {
  const unmarked = view.records.filter(({ provision }) => provision === null);
  const choices = [
    ...(view.provision === null ? [whole] : []),
    ...unmarked.map(({ record, number }) => ({ id: String(record), sv: number, en: number })),
  ];
  return choices.length === 0 ? undefined : secrecyForm('desk-mark', choices, [provisionField]);
}

/** Asks which mark to lift. Undefined when nothing is marked. */
export function liftForm(view: DeskCaseView): FormDefinition | undefined {
  const marked = view.records.filter(({ provision }) => provision !== null);
  const choices = [
    ...(view.provision === null ? [] : [whole]),
    ...marked.map(({ record, number }) => ({ id: String(record), sv: number, en: number })),
  ];
  return choices.length === 0 ? undefined : secrecyForm('desk-lift', choices, []);
}

interface Choice {
  id: string;
  sv: string;
  en: string;
}

const whole: Choice = { id: wholeCase, sv: 'Hela ärendet', en: 'The whole case' };

const provisionField: FormField = {
  id: 'provision',
  type: 'text',
  required: true,
  maxLength: 200,
};

function secrecyForm(
  id: 'desk-mark' | 'desk-lift',
  choices: readonly Choice[],
  more: readonly FormField[],
): FormDefinition {
  const lifts = id === 'desk-lift';
  const optionTexts = (language: 'sv' | 'en') =>
    Object.fromEntries(
      choices.map((choice) => [`field.what.option.${choice.id}`, choice[language]]),
    );
  return {
    id,
    version: 1,
    retentionYears: 0,
    bindings: {},
    pages: [
      {
        id: 'secrecy',
        fields: [
          { id: 'what', type: 'choice', required: true, options: choices.map((each) => each.id) },
          ...more,
          reasonField,
        ],
      },
    ],
    texts: {
      sv: {
        ...reasonTexts.sv,
        ...optionTexts('sv'),
        title: lifts ? 'Häv sekretessmärkning' : 'Sekretessmärk',
        send: lifts ? 'Häv märkningen' : 'Sekretessmärk',
        'page.secrecy': 'Sekretess',
        'field.what': lifts ? 'Vad ska inte längre vara märkt?' : 'Vad ska märkas?',
        'field.what.error.choice': 'Välj vad det gäller',
        'field.provision': 'Bestämmelse',
        'field.provision.help': 'Till exempel 21 kap. 1 § OSL.',
        'field.provision.error.required': 'Skriv bestämmelsen',
      },
      en: {
        ...reasonTexts.en,
        ...optionTexts('en'),
        title: lifts ? 'Lift the secrecy mark' : 'Mark as secret',
        send: lifts ? 'Lift the mark' : 'Mark as secret',
        'page.secrecy': 'Secrecy',
        'field.what': lifts ? 'What is no longer to be marked?' : 'What is to be marked?',
        'field.what.error.choice': 'Choose what it is about',
        'field.provision': 'Provision',
        'field.provision.help': 'For example OSL chapter 21, section 1.',
        'field.provision.error.required': 'Write the provision',
      },
    },
  };
}
