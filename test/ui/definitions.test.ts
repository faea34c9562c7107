import { definitionFaults } from '../../domain/forms/check-definition';
import { newLinkForm } from '../../forms-ui/shared/links/new-link-definition';

describe('the form that asks for a new link', () => {
  it('is complete in every language', () => {
    expect(definitionFaults(newLinkForm)).toEqual([]);
  });
});
