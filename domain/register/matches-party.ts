/** What one searches for a party by. */
export interface NamedParty {
  organisationName: string;
  organisationNumber: string | null;
}

/**
 * Whether a party's name or number contains what was searched for. Spaces and any hyphen in a number
 * do not matter, and a whole number is found with the 16 before it too.
 */
export function matchesParty(party: NamedParty, search: string): boolean {
  const wanted = comparable(search);
  if (comparable(party.organisationName).includes(wanted)) return true;
  const digits = wanted.replace(/[\s\p{Pd}\u2212]/gu, '').replace(/^16(?=\d{10}$)/, '');
  return /^\d+$/.test(digits) && digitsOf(party.organisationNumber).includes(digits);
}

function comparable(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('sv');
}

function digitsOf(number: string | null): string {
  return (number ?? '').replace(/\D/g, '');
}
