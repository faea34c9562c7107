import { newsletter as form, newsletterWrite } from '../forms/definitions/newsletter';
import type { ProcessDefinition } from './definition';
import { ownMatterTexts } from './own-matter-texts';

/** A newsletter to those who subscribe. A published report begins one, or an official does. */
export const newsletter: ProcessDefinition = {
  name: 'newsletter',
  address: 'newsletter',
  firstPhase: 'write',
  forms: [form, newsletterWrite],
  begunBy: 'official',
  texts: {
    sv: {
      words: {
        matter: 'nyhetsbrevet',
        yours: 'nyhetsbrevet',
        sender: 'kontaktpunkt',
        approved: 'Nyhetsbrevet ska skickas.',
        refused: 'Nyhetsbrevet ska inte skickas.',
        next: 'Nyhetsbrevet finns att läsa på kommunens sida.',
      },
      own: {
        ...ownMatterTexts.sv,
        'mail.caseClosed.why':
          'Du får det här mejlet för att du svarar för nyhetsbrevet i {{municipality}}.',
        'mail.letterRefused.preheader': 'En adress tog inte emot nyhetsbrevet.',
        'mail.letterRefused.more':
          'Fler kan ha gått likadant: öppna ärendet på skrivbordet och se vilka brev det är. Där kan du skicka dem igen.',
        'mail.letterRefused.otherwise':
          'En adress som två gånger i rad inte har tagit emot nyhetsbrevet tas bort av sig själv.',
        'common.events.received': 'Ett nyhetsbrev ska skrivas',
        'common.events.completed': 'Nyhetsbrevet är skickat',
        'document.application.title': 'Utkast till nyhetsbrev',
        'document.application.received':
          'Utkastet i ärende {{number}}, som det såg ut den {{receivedAt}}.',
        'document.application.completed':
          'Nyhetsbrevet i ärende {{number}}, som det skrevs den {{receivedAt}}.',
        'document.application.completedTitle': 'Nyhetsbrev',
        'document.application.nothingNeeded':
          'Kontaktpunkten läser utkastet, ändrar det och skickar det.',
      },
    },
    en: {
      words: {
        matter: 'the newsletter',
        yours: 'the newsletter',
        sender: 'contact point',
        approved: 'The newsletter is to be sent.',
        refused: 'The newsletter is not to be sent.',
        next: 'The newsletter is there to read on the page of the municipality.',
      },
      own: {
        ...ownMatterTexts.en,
        'mail.caseClosed.why':
          'You get this e-mail because you look after the newsletter of {{municipality}}.',
        'mail.letterRefused.preheader': 'An address did not take the newsletter.',
        'mail.letterRefused.more':
          'It may have been the same with more of them: open the case at the desk and see which letters they are. There you can send them again.',
        'mail.letterRefused.otherwise':
          'An address that has refused the newsletter twice in a row is removed by itself.',
        'common.events.received': 'A newsletter is to be written',
        'common.events.completed': 'The newsletter is sent',
        'document.application.title': 'Draft of a newsletter',
        'document.application.received':
          'The draft in case {{number}}, as it was on {{receivedAt}}.',
        'document.application.completed':
          'The newsletter in case {{number}}, as it was written on {{receivedAt}}.',
        'document.application.completedTitle': 'Newsletter',
        'document.application.nothingNeeded':
          'The contact point reads the draft, changes it and sends it.',
      },
    },
  },
};
