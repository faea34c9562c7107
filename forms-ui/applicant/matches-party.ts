import type { PartyView } from '../../domain/api/shapes';

/** Whether a party's name or number contains what was searched for; spaces and hyphens in numbers do not matter. */
export function matchesParty(party: PartyView, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase();
  if (party.organisationName.toLocaleLowerCase().includes(wanted)) return true;
  const digits = wanted.replace(/[\s-]/g, '').replace(/^16(?=\d{10}$)/, '');
  return (
    /^\d+$/.test(digits) && (party.organisationNumber ?? '').replace(/\D/g, '').includes(digits)
  );
}
