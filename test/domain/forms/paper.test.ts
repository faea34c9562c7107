import { boundPeople } from '../../../domain/forms/fields';
import { paperForm, withoutFiles } from '../../../domain/forms/paper';
import { builtInForms, createFormRegistry, formReference } from '../../../domain/forms/registry';
import { definitionFaults } from '../../../domain/forms/check-definition';
import { parseAnswers } from '../../../domain/forms/schema';
import { summarize } from '../../../domain/forms/summary';
import { anApplication } from '../../support/applications';

const forms = createFormRegistry(builtInForms);
const form = withoutFiles(forms.get('accession-application@2+paper'));
const address = 'Storgatan 1\n151 00 Södertälje';

function faultsOf(answers: Record<string, unknown>) {
  const parsed = parseAnswers(form, { ...anApplication().answers, ...answers });
  return parsed.ok ? {} : parsed.faults;
}

describe('a form on paper', () => {
  it('is known by a reference of its own, which gives the same form again', () => {
    const reference = formReference(form);
    expect(reference).toBe('accession-application@2+paper');
    expect(forms.get(reference)).toBe(forms.get(reference));
    expect(paperForm(forms.get(reference))).toBe(forms.get(reference));
    expect(formReference(forms.get('accession-application@2'))).toBe('accession-application@2');
  });

  it.each(['accession-application@1', 'accession-application@2'])(
    'of %s is complete in both languages',
    (reference) => {
      expect(definitionFaults(forms.get(`${reference}+paper`))).toEqual([]);
    },
  );

  it('takes an e-mail address, or a postal one, or both', () => {
    expect(faultsOf({})).toEqual({});
    expect(faultsOf({ coordinatorEmail: '', coordinatorPostal: address })).toEqual({});
    expect(faultsOf({ coordinatorPostal: address })).toEqual({});
  });

  it('needs one of them, also of each signatory', () => {
    expect(faultsOf({ coordinatorEmail: ' ', coordinatorPostal: '' })).toEqual({
      coordinatorEmail: 'unreachable',
    });
    const signatories = [
      { name: 'Bo Ek', postal: address, capacity: 'chair' },
      { name: 'Eva Ek', capacity: 'treasurer' },
    ];
    expect(faultsOf({ signatories })).toEqual({ 'signatories.1.email': 'unreachable' });
  });

  it('names people without e-mail with where letters go', () => {
    const signatories = [{ name: 'Bo Ek', postal: address, capacity: 'chair' }];
    const parsed = parseAnswers(form, { ...anApplication().answers, signatories });
    expect(parsed.ok && boundPeople(form, 'signatories', parsed.answers)).toEqual([
      { name: 'Bo Ek', email: '', postal: address, capacity: 'chair' },
    ]);
  });

  it('still refuses an address that is none', () => {
    expect(faultsOf({ coordinatorEmail: 'amina', coordinatorPostal: address })).toEqual({
      coordinatorEmail: 'email',
    });
  });

  it('shows the postal address in its summary', () => {
    const answers = { coordinatorName: 'Amina Ek', coordinatorPostal: address };
    const rows = summarize(form, answers, 'sv').flatMap((section) => section.rows);
    expect(rows).toContainEqual({
      fieldId: 'coordinatorPostal',
      label: 'Postadress',
      value: address,
    });
  });
});
