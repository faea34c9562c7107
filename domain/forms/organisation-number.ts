import organisationsnummer from 'organisationsnummer';

/**
 * An organisation number as it is kept: ten digits as `NNNNNN-NNNN`. Accepts spaces, any hyphen and
 * the twelve-digit form that starts with 16 (Skatteverket, SKV 709). Anything else comes back as it is.
 */
export function normalizeOrganisationNumber(value: string): string {
  const digits = value.replace(/[\s\p{Pd}\u2212]/gu, '').replace(/^16(?=\d{10}$)/, '');
  return /^\d{10}$/.test(digits) ? `${digits.slice(0, 6)}-${digits.slice(6)}` : value;
}

/** Whether the check digit is right. Takes the kept form. */
export function hasValidCheckDigit(organisationNumber: string): boolean {
  return organisationsnummer.valid(organisationNumber);
}

/**
 * Whether it is the number of a person: only an organisation's third digit is 2 or more (SKV 709).
 * A sole trader's number is the person's own, and the register is public.
 */
export function isPersonalNumber(organisationNumber: string): boolean {
  return Number(organisationNumber[2]) < 2;
}
