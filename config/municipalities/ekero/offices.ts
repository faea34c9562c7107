import type { Office } from '../../../domain/municipality';

const office = (id: string, sv: string, en: string): Office => ({
  id,
  name: { sv, en },
  mailbox: { name: sv, email: `${id}@ekero.example`, shared: true },
});

/** Offices that committees give tasks to and send their decisions (003); the company and the mailboxes are made up. */
export const offices: readonly Office[] = [
  office('kommunledning', 'Kommunledningskontoret', 'Municipal Management Office'),
  office('kultur-fritid', 'Nämndkontor kultur och fritid', 'Culture and Leisure Office'),
  office('barn-utbildning', 'Barn- och utbildningsförvaltningen', 'Children and Education Office'),
  office('social', 'Socialförvaltningen', 'Social Services Office'),
  office('samverkansorganet', 'Samverkansorganet', 'The Cooperation Body'),
  {
    ...office('bostadsbolaget', 'Bostadsbolaget', 'The Housing Company'),
    // Owned by the municipality; no committee gives it tasks.
    kind: 'company',
  },
];
