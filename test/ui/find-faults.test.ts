import { accessionApplication } from '../../domain/forms/definitions/accession-application';
import { findFaults } from '../../forms-ui/shared/forms/find-faults';
import { startingAnswers } from '../../forms-ui/shared/forms/typed-answers';

const organisation = accessionApplication.pages[0]!.fields.map((field) => field.id);
const empty = startingAnswers(accessionApplication);

describe('faults to show', () => {
  it('are those of the page at hand, in the order of its questions', () => {
    expect(Object.keys(findFaults(accessionApplication, empty, organisation))).toEqual([
      'organisationName',
      'legalForm',
      'hasNumber',
    ]);
  });

  it('leave out a question that is not asked', () => {
    const typed = { ...empty, hasNumber: 'no', organisationNumber: 'nonsense' };
    expect(findFaults(accessionApplication, typed, ['organisationNumber'])).toEqual({});
  });

  it('keep what the server refused until that answer is changed', () => {
    const rejections = new Map([
      ['organisationName', { value: 'Föreningen', fault: 'tooLong' as const }],
    ]);
    const typed = { ...empty, organisationName: 'Föreningen' };
    const scope = ['organisationName'];
    expect(findFaults(accessionApplication, typed, scope, rejections)).toEqual({
      organisationName: 'tooLong',
    });
    expect(
      findFaults(
        accessionApplication,
        { ...typed, organisationName: 'Klubben' },
        scope,
        rejections,
      ),
    ).toEqual({});
  });
});
