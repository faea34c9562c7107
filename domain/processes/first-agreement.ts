import { firstAgreement as form, firstAgreement2 } from '../forms/definitions/first-agreement';
import {
  firstAgreementDraft,
  firstAgreementSurveyOpening,
  firstAgreementWorkshopsClosing,
} from '../forms/definitions/first-agreement-steps';
import {
  firstAgreementOpenSurvey,
  firstAgreementSurvey,
} from '../forms/definitions/first-agreement-survey';
import type { ProcessDefinition } from './definition';
import { ownMatterTexts } from './own-matter-texts';

/** The way to a municipality's first agreement: meetings, a survey, workshops, a draft (001). */
export const firstAgreement: ProcessDefinition = {
  name: 'firstAgreement',
  address: 'first-agreement',
  firstPhase: 'meet',
  forms: [
    form,
    firstAgreement2,
    firstAgreementSurveyOpening,
    firstAgreementSurvey,
    firstAgreementOpenSurvey,
    firstAgreementWorkshopsClosing,
    firstAgreementDraft,
  ],
  begunBy: 'official',
  texts: {
    sv: {
      words: {
        matter: 'arbetet med en första överenskommelse',
        yours: 'arbetet med en första överenskommelse',
        sender: 'kontaktperson',
        approved: 'Utkastet är lämnat.',
        refused: 'Arbetet är avslutat.',
        next: 'Utkastet går vidare till beslut.',
      },
      own: {
        ...ownMatterTexts.sv,
        'common.events.received': 'Arbetet påbörjades',
        'common.events.cancelled': 'Arbetet avslutades i förtid',
        'common.states.reviewing': 'Möten, workshoppar och utkast',
        'common.states.awaitingReplies': 'Enkäten är öppen',
        'mail.caseClosed.why':
          'Du får det här mejlet för att du är kontaktperson för arbetet med en första överenskommelse.',
        'mail.caseClosed.otherwise':
          'Alla som är inbjudna har fått veta det. Du behöver inte göra något.',
        'document.application.title': 'Uppdraget om en första överenskommelse',
        'document.application.received':
          'Arbetet i ärende {{number}} påbörjades den {{receivedAt}}.',
        'document.application.nothingNeeded': 'Alla organisationer på listan får en inbjudan.',
      },
    },
    en: {
      words: {
        matter: 'the work on a first agreement',
        yours: 'the work on a first agreement',
        sender: 'contact person',
        approved: 'The draft has been handed over.',
        refused: 'The work has ended.',
        next: 'The draft goes on to be decided.',
      },
      own: {
        ...ownMatterTexts.en,
        'common.events.received': 'The work was begun',
        'common.events.cancelled': 'The work was ended early',
        'common.states.reviewing': 'Meetings, workshops and draft',
        'common.states.awaitingReplies': 'The survey is open',
        'mail.caseClosed.why':
          'You get this e-mail because you are the contact person for the work on a first agreement.',
        'mail.caseClosed.otherwise':
          'Everybody who is invited has been told. You need not do anything.',
        'document.application.title': 'The commission of a first agreement',
        'document.application.received': 'The work in case {{number}} was begun on {{receivedAt}}.',
        'document.application.nothingNeeded': 'All organisations in the list get an invitation.',
      },
    },
  },
};
