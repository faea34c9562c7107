import type { FormDefinition } from '../types';
import { budgetSettlementAccount } from './budget-settlement-account';
import { budgetSettlementRest } from './budget-settlement-rest';

/** What a settled year rests on and can be corrected: its account, or what was recorded about its rest. */
export const settledQuestions = ['account', 'rest'] as const;
export type SettledQuestion = (typeof settledQuestions)[number];

type Wording = Record<'title' | 'intro' | 'send', string>;

const after = {
  sv: 'Det som går tillbaka, och det som tas med till nästa år, räknas om och bokförs på nytt, även för senare år som är avräknade. Det som stod förut och dess bokföring står kvar, och det nya pekar på det. Båda nämnderna får veta det.',
  en: 'What goes back, and what is taken along to the next year, is worked out and posted anew, also for later years that are settled. What stood before and its postings stay, and the new ones point at them. Both committees are told.',
};

/** The forms in which they are corrected; the fields of the question itself, and what was wrong. */
export const settledCorrections: Record<SettledQuestion, FormDefinition> = {
  account: asCorrection(budgetSettlementAccount, ['used'], {
    sv: {
      title: 'Rätta redovisningen av ett år',
      intro: `Skriv vad nämnden har använt under året, rad för rad. ${after.sv}`,
      send: 'Rätta redovisningen',
    },
    en: {
      title: 'Correct the account of a year',
      intro: `Write what the committee has used in the year, line by line. ${after.en}`,
      send: 'Correct the account',
    },
  }),
  rest: asCorrection(budgetSettlementRest, ['carriedOver', 'decision', 'reasons'], {
    sv: {
      title: 'Rätta beslutet om det som är kvar',
      intro: `Skriv hur mycket nämnden får ta med till nästa år, rad för rad, och vilket beslut det vilar på. ${after.sv}`,
      send: 'Rätta beslutet',
    },
    en: {
      title: 'Correct the decision on what is left',
      intro: `Write how much the committee may take along to the next year, line by line, and which decision it rests on. ${after.en}`,
      send: 'Correct the decision',
    },
  }),
};

function asCorrection(
  { id, pages, texts, ...form }: FormDefinition,
  kept: readonly string[],
  wording: Record<'sv' | 'en', Wording>,
): FormDefinition {
  const fields = pages.flatMap((page) => page.fields).filter((field) => kept.includes(field.id));
  const reason = { id: 'reason', type: 'longText', required: true, maxLength: 2000 } as const;
  return {
    ...form,
    id: `${id}-correction`,
    pages: [{ id: 'correction', fields: [...fields, reason] }],
    texts: {
      sv: {
        ...{ ...texts.sv, ...wording.sv, 'page.correction': wording.sv.title },
        'field.reason': 'Vad var fel?',
        'field.reason.help': 'Det står i båda ärendenas händelser.',
        'field.reason.error.required': 'Skriv vad som var fel',
      },
      en: {
        ...{ ...texts.en, ...wording.en, 'page.correction': wording.en.title },
        'field.reason': 'What was wrong?',
        'field.reason.help': 'It stands in the events of both cases.',
        'field.reason.error.required': 'Write what was wrong',
      },
    },
  };
}
