import { dialogueMatter, dialogueReaction, dialogueReply } from '../forms/definitions/dialogue';
import type { ProcessDefinition } from './definition';
import { ownMatterTexts } from './own-matter-texts';

/** Something that a party, an office or a company complains about or wants made clear (002, section 3). */
export const dialogue: ProcessDefinition = {
  name: 'dialogue',
  address: 'dialogue',
  firstPhase: 'reply',
  forms: [dialogueMatter, dialogueReply, dialogueReaction],
  begunBy: 'process',
  texts: {
    sv: {
      words: {
        matter: 'dialogen',
        yours: 'ert klagomål eller er fråga',
        sender: 'den som frågar',
        approved: 'Dialogen är avslutad.',
        refused: 'Dialogen är avslutad.',
        next: 'Det behövs inget mer.',
      },
      own: {
        ...ownMatterTexts.sv,
        'common.events.received': 'Ett klagomål eller en fråga kom in',
        'common.events.completed': 'Dialogen avslutades',
        'common.states.reviewing': 'Väntar på svar från kommunen',
        'common.states.awaitingReplies': 'Väntar på den som frågade',
        'mail.caseClosed.subject': 'Ärendet är avslutat: ert klagomål eller er fråga, {{number}}',
        'mail.caseClosed.why':
          'Du får det här mejlet för att ni tog upp något i uppföljningen av samverkan.',
        'mail.caseClosed.state': 'Ärendet om det ni tog upp är avslutat innan det blev klart.',
        'mail.caseClosed.otherwise':
          'Ni behöver inte göra något. Vill ni fråga på nytt, svara på det här mejlet.',
        'mail.escalated.why':
          'Du får det här mejlet för att du är handläggare i {{municipality}}, och kontaktpunkten inte har svarat.',
        'mail.escalated.subject': 'Försenat: {{shortName}} väntar på svar, {{number}}',
        'mail.escalated.state':
          '{{organisation}} har klagat eller frågat om något och skulle ha fått svar senast {{date}}. Den som har frågan är påmind.',
        'document.application.title': 'Klagomål eller fråga',
        'document.application.received': 'Ärende {{number}}, inkommet den {{receivedAt}}.',
        'document.application.nothingNeeded': 'Kontaktpunkten svarar skriftligt.',
        'document.closing.cancelled':
          '{{municipality}} avslutar ärendet om det som {{organisation}} tog upp.',
        'document.closing.notAcceded': 'Det som har skrivits i ärendet finns kvar.',
        'document.closing.again': 'Om ni vill fråga på nytt',
        'document.closing.againText': 'Skriv till {{contact}}.',
      },
    },
    en: {
      words: {
        matter: 'the dialogue',
        yours: 'your complaint or question',
        sender: 'whoever asks',
        approved: 'The dialogue has ended.',
        refused: 'The dialogue has ended.',
        next: 'Nothing more is needed.',
      },
      own: {
        ...ownMatterTexts.en,
        'common.events.received': 'A complaint or a question came in',
        'common.events.completed': 'The dialogue ended',
        'common.states.reviewing': 'Waiting for the municipality',
        'common.states.awaitingReplies': 'Waiting for whoever asked',
        'mail.caseClosed.subject': 'The case is closed: your complaint or question, {{number}}',
        'mail.caseClosed.why':
          'You get this e-mail because you brought something up in the follow-up of the partnership.',
        'mail.caseClosed.state':
          'The case about what you brought up has been closed before it was finished.',
        'mail.caseClosed.otherwise':
          'You need not do anything. If you want to ask again, reply to this e-mail.',
        'mail.escalated.why':
          'You get this e-mail because you are a case officer in {{municipality}}, and the contact point has not answered.',
        'mail.escalated.subject': 'Overdue: {{shortName}} waits for an answer, {{number}}',
        'mail.escalated.state':
          '{{organisation}} has complained or asked about something and was to have an answer by {{date}}. Whoever was asked has been reminded.',
        'document.application.title': 'Complaint or question',
        'document.application.received': 'Case {{number}}, received on {{receivedAt}}.',
        'document.application.nothingNeeded': 'The contact point answers in writing.',
        'document.closing.cancelled':
          '{{municipality}} closes the case about what {{organisation}} brought up.',
        'document.closing.notAcceded': 'What has been written in the case is kept.',
        'document.closing.again': 'If you want to ask again',
        'document.closing.againText': 'Write to {{contact}}.',
      },
    },
  },
};
