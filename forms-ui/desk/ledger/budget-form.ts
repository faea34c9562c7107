import type { LedgerAnswer } from '../../../domain/api/ledger';
import { withLists } from '../../../domain/forms/lists';
import type { FormDefinition } from '../../../domain/forms/types';
import { budgetFaults, budgetJudges } from '../../../domain/ledger/budget-faults';
import type { Beside } from '../../shared/forms/use-answers-form';

const form: FormDefinition = {
  id: 'desk-budget',
  version: 1,
  retentionYears: 0,
  bindings: {},
  pages: [
    {
      id: 'budget',
      fields: [
        { id: 'committee', type: 'choice', required: true, optionsFrom: 'committees' },
        { id: 'year', type: 'number', required: true },
        { id: 'kronor', type: 'amount', required: true },
        { id: 'decidedOn', type: 'date', required: true },
        { id: 'decision', type: 'text', required: true, maxLength: 200 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Registrera en budget',
      intro: '',
      send: 'Registrera budgeten',
      'page.budget': 'Budget',
      'field.committee': 'Nämnd',
      'field.committee.error.choice': 'Välj nämnd',
      'field.year': 'Budgetår',
      'field.year.help': 'Fyra siffror.',
      'field.year.error.required': 'Skriv budgetåret',
      'field.kronor': 'Hela budgeten, kronor',
      'field.kronor.error.required': 'Skriv budgeten i hela kronor, till exempel 43 000',
      'field.decidedOn': 'Dag för beslutet',
      'field.decidedOn.error.required': 'Välj dagen för beslutet',
      'field.decision': 'Beslut',
      'field.decision.help': 'Till exempel KF 2027-11-22 § 210.',
      'field.decision.error.required': 'Skriv vilket beslut budgeten vilar på',
    },
    en: {
      title: 'Record a budget',
      intro: '',
      send: 'Record the budget',
      'page.budget': 'Budget',
      'field.committee': 'Committee',
      'field.committee.error.choice': 'Choose a committee',
      'field.year': 'Budget year',
      'field.year.help': 'Four digits.',
      'field.year.error.required': 'Write the budget year',
      'field.kronor': 'The whole budget, kronor',
      'field.kronor.error.required': 'Write the budget in whole kronor, for example 43 000',
      'field.decidedOn': 'Day of the decision',
      'field.decidedOn.error.required': 'Choose the day of the decision',
      'field.decision': 'Decision',
      'field.decision.help': 'For example KF 2027-11-22 § 210.',
      'field.decision.error.required': 'Write which decision the budget rests on',
    },
  },
};

/** A year that no money is kept for is said at its field before anything is sent, as the server says it. */
export const budgetBeside: Beside = {
  judges: budgetJudges,
  faults: budgetFaults,
  sentence: () => undefined,
  note: () => undefined,
  refresh: () => undefined,
};

/** Asks for a committee's budget of a year. */
export function budgetForm(committees: LedgerAnswer['committees']): FormDefinition {
  const list = committees.map(({ id, name }) => ({ value: id, label: { sv: name, en: name } }));
  return withLists(form, { committees: list });
}
