/** The two sides of an agreement, as they rate and are rated. */
export const sides = ['sector', 'municipality'] as const;
export type Side = (typeof sides)[number];

/** Who is asked in the yearly follow-up. */
export const respondentKinds = ['organisation', 'office', 'company'] as const;
export type RespondentKind = (typeof respondentKinds)[number];

/** Which side a kind of respondent speaks for. */
export const sideOf: Record<RespondentKind, Side> = {
  organisation: 'sector',
  office: 'municipality',
  company: 'municipality',
};

/** The side that is not this one. */
export function otherSide(side: Side): Side {
  return side === 'sector' ? 'municipality' : 'sector';
}
