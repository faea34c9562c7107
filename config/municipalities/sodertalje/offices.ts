import type { Office } from '../../../domain/municipality';

const office = (id: string, sv: string, en: string): Office => ({
  id,
  name: { sv, en },
  mailbox: { name: sv, email: `${id}@sodertalje.example`, shared: true },
});

/** Offices that committees give tasks to and send their decisions; the mailboxes are made up. */
export const offices: readonly Office[] = [
  office('ks-kontoret', 'Kommunstyrelsens kontor', "The Executive Board's Office"),
  office('kultur-fritid', 'Kultur- och fritidskontoret', 'Culture and Leisure Office'),
  office('utbildning', 'Utbildningskontoret', 'Education Office'),
  office('social-omsorg', 'Social- och omsorgskontoret', 'Social Services and Care Office'),
  office('samhallsbyggnad', 'Samhällsbyggnadskontoret', 'Urban Planning Office'),
];
