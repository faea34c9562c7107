import { partyChange as form } from '../forms/definitions/party-change';
import { partyChangeConfirmation } from '../forms/definitions/party-change-confirmation';
import { lapseForm } from '../forms/standard/lapse-form';
import { partyChangeAddress } from '../pages';
import type { ProcessDefinition } from './definition';

/** An organisation in the register changes its coordinator or signatories, or leaves (002, section 1). */
export const partyChange: ProcessDefinition = {
  name: 'partyChange',
  address: partyChangeAddress,
  firstPhase: 'confirm',
  forms: [form, partyChangeConfirmation, lapseForm({ id: 'party-change-lapse', version: 1 })],
  aboutParty: 'report',
  texts: {
    sv: {
      words: {
        matter: 'ändringen',
        yours: 'er ändring',
        sender: 'avsändare',
        approved: '{{municipality}} har fört in ändringen i registret.',
        refused: '{{municipality}} för inte in ändringen i registret.',
        next: 'Det behövs inget mer.',
      },
      own: {
        'mail.applicationReceived.why':
          'Du får det här mejlet för att du har anmält en ändring för {{organisation}}.',
        'mail.applicationReceived.next':
          'Nu frågar vi dem som skriver under för organisationen om ändringen stämmer. Du får ett mejl när den är gjord.',
        'mail.caseClosed.why':
          'Du får det här mejlet för att du har anmält en ändring för {{organisation}}.',
        'mail.caseClosed.state': 'Ärendet om ändringen är avslutat. Registret är inte ändrat.',
        'mail.newLink.case':
          'Länken öppnar ärendet om ändringen för {{organisation}}. Där ser du hur det går.',
        'document.application.title': 'Anmäld ändring',
        'document.application.nothingNeeded':
          'Nu frågar vi dem som skriver under för organisationen om ändringen stämmer.',
        'document.closing.notAcceded': 'Registret är inte ändrat.',
        'ui.apply.meaning.decision':
          'De som skriver under för organisationen får ett mejl och bekräftar ändringen.',
        'ui.apply.meaning.outcome': 'När den är bekräftad ändras registret, och ni får ett brev.',
        'ui.case.turn.waits.signatory': 'Ändringen ska bekräftas senast {{date}}.',
        'ui.case.turn.overdue.signatory':
          'Ändringen skulle ha bekräftats senast {{date}}. Den kan fortfarande bekräftas.',
        'ui.case.awaited.signatory': 'Organisationens firmatecknare bekräftar',
        'ui.case.states.awaitingSignature.heading': 'Ändringen väntar på att bekräftas',
        'ui.case.states.awaitingSignature.text':
          'De som skriver under för organisationen har fått ett mejl med en länk.',
        'ui.case.states.awaitingSignature.next':
          'Påminn gärna dem som skriver under. Har de slutat, kontakta kommunen.',
        'ui.case.then.awaitingSignature':
          'Sedan: registret ändras, och alla det gäller får ett brev.',
        'ui.case.states.completed.heading': 'Ändringen är gjord',
        'ui.case.states.completed.text': 'Registret är ändrat. Brevet finns här nedanför.',
        'ui.case.states.completed.next': 'Ni behöver inte göra något mer.',
        'common.states.awaitingSignature': 'Väntar på bekräftelse',
        'common.events.signatureRequested': 'Firmatecknarna fick frågan om ändringen stämmer',
        'common.events.signed': 'En firmatecknare bekräftade ändringen',
        'common.events.declined': 'En firmatecknare svarade att ändringen inte stämmer',
        'common.events.completed': 'Registret ändrades',
      },
    },
    en: {
      words: {
        matter: 'the change',
        yours: 'your change',
        sender: 'sender',
        approved: '{{municipality}} has entered the change in the register.',
        refused: '{{municipality}} does not enter the change in the register.',
        next: 'Nothing more is needed.',
      },
      own: {
        'mail.applicationReceived.why':
          'You get this e-mail because you have reported a change for {{organisation}}.',
        'mail.applicationReceived.next':
          'We now ask those who sign for the organisation whether the change is right. You will get an e-mail when it is made.',
        'mail.caseClosed.why':
          'You get this e-mail because you have reported a change for {{organisation}}.',
        'mail.caseClosed.state':
          'The case about the change is closed. The register has not been changed.',
        'mail.newLink.case':
          'The link opens the case about the change for {{organisation}}. It shows how things stand.',
        'document.application.title': 'Reported change',
        'document.application.nothingNeeded':
          'We now ask those who sign for the organisation whether the change is right.',
        'document.closing.notAcceded': 'The register has not been changed.',
        'ui.apply.meaning.decision':
          'Those who sign for the organisation get an e-mail and confirm the change.',
        'ui.apply.meaning.outcome':
          'Once it is confirmed the register is changed, and you get a letter.',
        'ui.case.turn.waits.signatory': 'The change should be confirmed by {{date}}.',
        'ui.case.turn.overdue.signatory':
          'The change should have been confirmed by {{date}}. It still can be.',
        'ui.case.awaited.signatory': "The organisation's signatories confirm",
        'ui.case.states.awaitingSignature.heading': 'The change waits to be confirmed',
        'ui.case.states.awaitingSignature.text':
          'Those who sign for the organisation have got an e-mail with a link.',
        'ui.case.states.awaitingSignature.next':
          'Feel free to remind those who sign. If they have left, contact the municipality.',
        'ui.case.then.awaitingSignature':
          'Then: the register is changed, and everybody concerned gets a letter.',
        'ui.case.states.completed.heading': 'The change is made',
        'ui.case.states.completed.text': 'The register has been changed. The letter is below.',
        'ui.case.states.completed.next': 'You do not need to do anything more.',
        'common.states.awaitingSignature': 'Waiting for confirmation',
        'common.events.signatureRequested':
          'The signatories were asked whether the change is right',
        'common.events.signed': 'A signatory confirmed the change',
        'common.events.declined': 'A signatory answered that the change is not right',
        'common.events.completed': 'The register was changed',
      },
    },
  },
};
