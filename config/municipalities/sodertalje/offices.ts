import type { Office } from '../../../domain/municipality';

const office = (id: string, sv: string, en: string): Office => ({
  id,
  name: { sv, en },
  mailbox: { name: sv, email: `${id}@sodertalje.example`, shared: true },
});

/** One that the municipality owns: no committee gives it tasks, everybody asks it how the agreement is kept. */
const company = (id: string, sv: string, en: string): Office => ({
  ...office(id, sv, en),
  kind: 'company',
});

/** Offices that committees give tasks to, and companies; names of companies and all mailboxes are made up. */
export const offices: readonly Office[] = [
  office('ks-kontoret', 'Kommunstyrelsens kontor', "The Executive Board's Office"),
  office('kultur-fritid', 'Kultur- och fritidskontoret', 'Culture and Leisure Office'),
  office('utbildning', 'Utbildningskontoret', 'Education Office'),
  office('social-omsorg', 'Social- och omsorgskontoret', 'Social Services and Care Office'),
  office('samhallsbyggnad', 'Samhällsbyggnadskontoret', 'Urban Planning Office'),
  company('bostadsbolaget', 'Bostadsbolaget', 'The Housing Company'),
  company('energibolaget', 'Energibolaget', 'The Energy Company'),
  company('fastighetsbolaget', 'Fastighetsbolaget', 'The Property Company'),
  company('atervinningsbolaget', 'Återvinningsbolaget', 'The Recycling Company'),
  company('hamnbolaget', 'Hamnbolaget', 'The Port Company'),
];
