import { definitionFaults } from '../../domain/forms/check-definition';
import { continueLaterForm } from '../../forms-ui/applicant/apply/continue-later-definition';
import { withdrawalForm } from '../../forms-ui/applicant/case/withdrawal-definition';
import {
  conflictAmongOthersForm,
  conflictForm,
  delegationForm,
} from '../../forms-ui/reviewer/pass-on-definitions';
import { newLinkForm } from '../../forms-ui/shared/links/new-link-definition';

const colleague = { name: 'Enhetschefen', email: 'enhetschef@sodertalje.example' };

describe('the forms of the pages themselves', () => {
  it.each([
    newLinkForm,
    continueLaterForm,
    withdrawalForm,
    conflictForm,
    conflictAmongOthersForm,
    delegationForm([colleague]),
  ])('are complete in every language: $id', (form) => {
    expect(definitionFaults(form)).toEqual([]);
  });
});
