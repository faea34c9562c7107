import { verdict, type Rule } from '../asking/rule';
import { withoutFiles, paperForm } from '../forms/paper';
import { boundPeople, boundSigningRule } from '../forms/fields';
import type { Answers, FileAnswer, FormDefinition, FormField, FormPage } from '../forms/types';
import { ruleOf, type Signatory } from '../signatories';

/** What is asked of each who signs for the organisation, beside what the application asks. */
const signedThere: FormField = {
  id: 'signedThere',
  type: 'choice',
  required: true,
  options: ['yes', 'no'],
};

const evidence: FormPage = {
  id: 'evidence',
  fields: [
    { id: 'seen', type: 'choice', required: true, options: ['signing', 'paper'] },
    { id: 'scan', type: 'file', required: true },
  ],
};

/**
 * What somebody at the desk fills in of an organisation that signed at a forum (002, section 1): what its
 * application must have, who of those who sign for it did so there, and the scan that shows it.
 */
export function forumAccessionForm(application: FormDefinition): FormDefinition {
  const paper = withoutFiles(paperForm(application));
  const signatories = application.bindings.signatories;
  if (signatories === undefined) throw new Error('form.withoutSignatories');
  const needed = paper.pages.filter(({ fields }) => fields.some(({ required }) => required));
  const pages = needed.map((page) => ({
    ...page,
    fields: page.fields.map((field) =>
      field.id === signatories
        ? { ...field, fields: [...(field.fields ?? []), signedThere] }
        : field,
    ),
  }));
  const key = `field.${signatories}.${signedThere.id}`;
  return {
    ...paper,
    pages: [...pages, evidence],
    texts: {
      sv: { ...paper.texts.sv, ...texts.sv, ...signedTexts(key, 'sv') },
      en: { ...paper.texts.en, ...texts.en, ...signedTexts(key, 'en') },
    },
  };
}

/** What was filled in: the application as it is kept, who signed, and what shows it. */
export function splitForumAccession(
  form: FormDefinition,
  answers: Answers,
): {
  application: Answers;
  signed: Signatory[];
  isEnough: boolean;
  seen: string;
  scan: readonly FileAnswer[];
} {
  const { signatories: group = '' } = form.bindings;
  const items = (answers[group] ?? []) as readonly Answers[];
  const people = boundPeople(form, 'signatories', answers);
  const isSigned = people.map((_, i) => items[i]?.[signedThere.id] === 'yes');
  const { seen, scan, ...rest } = answers;
  const rule = ruleOf(boundSigningRule(form, answers));
  return {
    application: { ...rest, [group]: items.map(withoutSigned) },
    signed: people.filter((_, i) => isSigned[i]),
    isEnough: isEnough(rule, people, isSigned),
    seen: typeof seen === 'string' ? seen : '',
    scan: (scan ?? []) as readonly FileAnswer[],
  };
}

function withoutSigned(item: Answers): Answers {
  return Object.fromEntries(Object.entries(item).filter(([id]) => id !== signedThere.id));
}

function isEnough(rule: Rule, people: readonly Signatory[], isSigned: readonly boolean[]): boolean {
  const asked = people.map(({ capacity }, position) => ({
    ...{ position, capacity },
    state: isSigned[position] ? ('answered' as const) : ('open' as const),
    outcome: isSigned[position] ? ('answered' as const) : null,
  }));
  return verdict(rule, asked) === 'answered';
}

function signedTexts(key: string, language: 'sv' | 'en'): Record<string, string> {
  const [label, yes, no, fault] =
    language === 'sv'
      ? ['Skrev personen under på forumet?', 'Ja', 'Nej', 'Välj om personen skrev under']
      : ['Did the person sign at the forum?', 'Yes', 'No', 'Choose whether the person signed'];
  return {
    [key]: label,
    [`${key}.option.yes`]: yes,
    [`${key}.option.no`]: no,
    [`${key}.error.choice`]: fault,
  };
}

const texts = {
  sv: {
    title: 'För in en organisation som skrev under på forumet',
    intro:
      'Organisationen blir part när du skickar in, och får ett välkomstbrev. Skriv bara det du vet. Räcker inte underskrifterna enligt firmateckningen, så för in ansökan på papper i stället.',
    send: 'För in organisationen',
    'page.evidence': 'Underskriften',
    'field.seen': 'Vad har du sett?',
    'field.seen.option.signing': 'Jag såg personen skriva under',
    'field.seen.option.paper': 'Jag har bara sett det underskrivna papperet',
    'field.seen.error.choice': 'Välj vad du har sett',
    'field.scan': 'Inskanning av det underskrivna papperet',
    'field.scan.help': 'Den läggs till bland forumets handlingar så snart du har valt den.',
    'field.scan.error.file': 'Välj inskanningen av papperet',
  },
  en: {
    title: 'Enter an organisation that signed at the forum',
    intro:
      'The organisation becomes a party when you send this, and gets a letter of welcome. Write only what you know. If the signatures are not enough by the signing rule, enter the application on paper instead.',
    send: 'Enter the organisation',
    'page.evidence': 'The signature',
    'field.seen': 'What have you seen?',
    'field.seen.option.signing': 'I saw the person sign',
    'field.seen.option.paper': 'I have only seen the signed paper',
    'field.seen.error.choice': 'Choose what you have seen',
    'field.scan': 'Scan of the signed paper',
    'field.scan.help': 'It is added to the records of the forum as soon as you have chosen it.',
    'field.scan.error.file': 'Choose the scan of the paper',
  },
} as const;
