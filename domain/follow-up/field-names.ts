/** Whom a respondent rates: the own side or the other one. */
export type Rated = 'Own' | 'Other';

/** Fields of the follow-up's form that are there once. */
export const formFields = { matters: 'matters', proposals: 'proposals' } as const;

/** `long-term.municipality.1` as the name of a field: `longTermMunicipality1`. */
export function fieldName(id: string): string {
  return id.replace(/[^A-Za-z0-9]+(.?)/g, (_, next: string) => next.toUpperCase());
}

/** Where a principle is rated. Principles keep their ids from one version of the agreement to the next. */
export function ratingField(principleId: string, rated: Rated): string {
  return `${fieldName(principleId)}${rated}`;
}

export function commentField(principleId: string): string {
  return `${fieldName(principleId)}Comment`;
}

/** Where somebody says that single commitments are to be asked about. */
export function singleField(principleId: string): string {
  return `${fieldName(principleId)}Single`;
}

/** Where a commitment is judged. */
export function commitmentField(commitmentId: string): string {
  return fieldName(commitmentId);
}

export function commitmentCommentField(commitmentId: string): string {
  return `${fieldName(commitmentId)}Comment`;
}

/** Where a figure is given. */
export function numberField(numberId: string): string {
  return `number${fieldName(`-${numberId}`)}`;
}
