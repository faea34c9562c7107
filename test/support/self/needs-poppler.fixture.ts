import { suiteNeeding } from '../suites';

suiteNeeding('poppler')('a suite that needs poppler', () => {
  it('runs', () => undefined);
});
