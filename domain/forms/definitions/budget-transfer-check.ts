import { reviewForm } from '../standard/review-form';
import type { FormDefinition, FormField } from '../types';
import { budgetTransferRequest } from './budget-transfer-request';

const decision = reviewForm({ id: 'budget-transfer-check', version: 1 }, budgetTransferRequest, {
  sv: {
    title: 'Granska en överföring',
    intro:
      'Kontrollera att beloppen är rätt uträknade och att den som lämnar pengarna har dem. Har en nämnd velat ha en ändring ska begäran stämma med den. Ange hur överföringen ska konteras.',
    'page.decision': 'Granskning',
    'field.outcome': 'Vad kommer du fram till?',
    'field.outcome.option.approve': 'Begäran är riktig och kan gå vidare',
    'field.outcome.option.return': 'Den som begär behöver svara på frågor först',
    'field.outcome.option.refuse': 'Begäran kan inte gå vidare',
    'field.outcome.error.choice': 'Välj vad du kommer fram till',
    'field.questions': 'Frågor till den som begär',
    'field.questions.help':
      'Den som begär får frågorna i ett mejl och svarar genom att ändra i begäran. Därefter kommer den tillbaka till dig.',
    'field.reasons': 'Skäl till att begäran inte kan gå vidare',
    'field.reasons.help': 'Den som begär läser skälen.',
    'field.reasons.error.required': 'Skriv varför begäran inte kan gå vidare',
    'field.arithmetic': 'Jag har kontrollerat rader, år och summor',
    'field.arithmetic.confirmed': 'Ja',
    'field.arithmetic.error.confirmation':
      'Kryssa i rutan när du har kontrollerat rader, år och summor',
    'field.cover': 'Finansiering',
    'field.cover.help':
      'Varifrån pengarna tas hos den som lämnar dem, och vad som gäller för år utan beslutad budget.',
    'field.cover.error.required': 'Skriv varifrån pengarna tas',
    'field.cover.error.amountNotCovered':
      'Pengarna räcker inte. Välj att den som begär behöver svara på frågor först, eller vänta på ett nytt beslut om budgeten',
    'field.cover.error.amountYearUndecided':
      'Ett år som har börjat saknar beslutad budget. Registrera budgeten först, eller välj att den som begär behöver svara på frågor',
    'field.giverCoding': 'Kontering hos den som lämnar pengarna',
    'field.giverCoding.help':
      'Om den inte är nämndens vanliga: konto och övriga delar med bindestreck, till exempel 4950-1100-110.',
    'field.receiverCoding': 'Kontering hos den som tar emot pengarna',
    'field.receiverCoding.help':
      'Om den inte är nämndens vanliga: konto och övriga delar med bindestreck, till exempel 4950-3100-315.',
  },
  en: {
    title: 'Check a transfer',
    intro:
      'Check that the amounts are rightly calculated and that whoever gives the money has it. Where a committee has wanted a change, the request must agree with it. Say how the transfer is to be coded in the accounts.',
    'page.decision': 'Check',
    'field.outcome': 'What do you conclude?',
    'field.outcome.option.approve': 'The request is right and can go on',
    'field.outcome.option.return': 'Whoever requests it has to answer questions first',
    'field.outcome.option.refuse': 'The request cannot go on',
    'field.outcome.error.choice': 'Choose what you conclude',
    'field.questions': 'Questions to whoever requests it',
    'field.questions.help':
      'Whoever requests it gets the questions in an e-mail and answers by changing the request. It then comes back to you.',
    'field.reasons': 'Reasons why the request cannot go on',
    'field.reasons.help': 'Whoever requests it reads the reasons.',
    'field.reasons.error.required': 'Write why the request cannot go on',
    'field.arithmetic': 'I have checked lines, years and sums',
    'field.arithmetic.confirmed': 'Yes',
    'field.arithmetic.error.confirmation':
      'Tick the box when you have checked lines, years and sums',
    'field.cover': 'Financing',
    'field.cover.help':
      'Where the giver takes the money from, and what applies to years without an adopted budget.',
    'field.cover.error.required': 'Write where the money is taken from',
    'field.cover.error.amountNotCovered':
      'The money is not enough. Choose that whoever requests it has to answer questions first, or wait for a new decision on the budget',
    'field.cover.error.amountYearUndecided':
      'A year that has begun has no adopted budget. Record the budget first, or choose that whoever requests it has to answer questions',
    'field.giverCoding': "Account coding at the giver's",
    'field.giverCoding.help':
      "Where it is not the committee's usual one: account and other parts with hyphens, for example 4950-1100-110.",
    'field.receiverCoding': "Account coding at the receiver's",
    'field.receiverCoding.help':
      "Where it is not the committee's usual one: account and other parts with hyphens, for example 4950-3100-315.",
  },
});

/** What a controller says to go with an approval. */
const approval: FormField[] = [
  { id: 'arithmetic', type: 'confirmation', required: true },
  { id: 'cover', type: 'longText', required: true, maxLength: 3000 },
  { id: 'giverCoding', type: 'coding', required: false },
  { id: 'receiverCoding', type: 'coding', required: false },
];

/** What a controller finds: are sums and cover right, and how is the transfer coded? */
export const budgetTransferCheck: FormDefinition = {
  ...decision,
  bindings: { ...decision.bindings, giverCoding: 'giverCoding', receiverCoding: 'receiverCoding' },
  pages: decision.pages.map((page) => ({
    ...page,
    fields: [
      ...page.fields,
      ...approval.map((field) => ({ ...field, showWhen: { field: 'outcome', in: ['approve'] } })),
    ],
  })),
};

/**
 * The same about a request that follows what its last body has decided: whoever checks it finds that it
 * agrees with the decision, or asks. A controller does not overrule that decision.
 */
export function checkOfDecided(form: FormDefinition): FormDefinition {
  const withoutNo = (field: FormField): FormField =>
    field.id === 'outcome' && field.options
      ? { ...field, options: field.options.filter((option) => option !== 'refuse') }
      : field;
  const pages = form.pages.map((page) => ({ ...page, fields: page.fields.map(withoutNo) }));
  return { ...form, pages };
}
