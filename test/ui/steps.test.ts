import { accessionApplication } from '../../domain/forms/definitions/accession-application';
import type { FormDefinition } from '../../domain/forms/types';
import { scopeOf, stepsOf } from '../../forms-ui/applicant/apply/steps';
import { startingAnswers } from '../../forms-ui/shared/forms/typed-answers';

/** The application with a page that is only asked of those without a number. */
const form: FormDefinition = {
  ...accessionApplication,
  pages: accessionApplication.pages.flatMap((page) => {
    const reason = page.fields.filter((field) => field.id === 'noNumberReason');
    const rest = page.fields.filter((field) => field.id !== 'noNumberReason');
    return reason.length > 0
      ? [
          { ...page, fields: rest },
          { id: 'reason', fields: reason },
        ]
      : [page];
  }),
};

const pagesFor = (hasNumber: string) =>
  stepsOf(form, { ...startingAnswers(form), hasNumber }).map((step) => step.pageId);

describe('steps of a form', () => {
  it('skip a page that asks nothing', () => {
    expect(pagesFor('yes')).not.toContain('reason');
    expect(pagesFor('no')).toContain('reason');
  });

  it('check their own page; the last look checks and covers them all', () => {
    expect(scopeOf(form, 'reason').fieldIds).toEqual(['noNumberReason']);
    const last = scopeOf(form, undefined);
    expect(last.fieldIds).toHaveLength(
      form.pages.reduce((count, page) => count + page.fields.length, 0),
    );
    for (const page of form.pages) expect(last.covers).toContain(scopeOf(form, page.id).id);
  });
});
