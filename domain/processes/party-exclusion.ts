import {
  partyExclusion as form,
  partyExclusionDecision,
  partyHearing,
} from '../forms/definitions/party-exclusion';
import type { ProcessDefinition } from './definition';

/**
 * The municipality considers excluding an organisation: it is heard first (FL 25 §), and what is
 * decided comes with reasons and how it can be tried.
 */
export const partyExclusion: ProcessDefinition = {
  name: 'partyExclusion',
  address: 'party-exclusion',
  firstPhase: 'hear',
  forms: [form, partyHearing, partyExclusionDecision],
  aboutParty: 'alone',
  begunBy: 'official',
  adverse: 'approve',
  texts: {
    sv: {
      words: {
        matter: 'uteslutningen',
        yours: 'frågan om uteslutning',
        sender: 'samverkansansvariga',
        approved: '{{municipality}} utesluter {{organisation}} ur {{agreement}}.',
        refused: '{{municipality}} utesluter inte {{organisation}} ur {{agreement}}.',
        next: 'Organisationen är fortfarande ansluten.',
      },
      own: {
        'mail.reviewRequested.subject':
          'Besluta senast {{date}}: uteslutning av {{shortName}}, {{number}}',
        'mail.reviewRequested.preheader': 'Läs skälen och vad organisationen har svarat.',
        'mail.reviewRequested.task':
          '{{organisation}} har fått läsa varför den kan komma att uteslutas och fått tid att svara. Läs och besluta. Du svarar på sidan och behöver inte logga in.',
        'mail.reviewReminder.subject':
          'Påminnelse: besluta senast {{date}} om uteslutning av {{shortName}}, {{number}}',
        'mail.reviewOverdue.subject':
          'Besluta nu om uteslutning av {{shortName}}: tiden gick ut {{date}}, {{number}}',
        'mail.decided.subject': 'Beslut om uteslutning av {{shortName}}, {{number}}',
        'mail.decided.why':
          'Du får det här mejlet för att du är samverkansansvarig för {{organisation}}.',
        'mail.caseClosed.subject':
          'Ärendet om uteslutning av {{shortName}} är avslutat, {{number}}',
        'mail.caseClosed.why':
          'Du får det här mejlet för att du är samverkansansvarig för {{organisation}}.',
        'mail.caseClosed.state':
          'Ärendet om uteslutning är avslutat. {{organisation}} är fortfarande ansluten.',
        'document.application.title': 'Fråga om uteslutning',
        'document.application.received':
          'Underlag för uteslutning i ärende {{number}}, upprättat den {{receivedAt}}.',
        'document.application.nothingNeeded':
          'Organisationen får läsa det här och svara innan någon beslutar.',
        'document.decision.title': 'Beslut om uteslutning',
        'document.closing.cancelled':
          '{{municipality}} avslutar ärendet om att utesluta {{organisation}} ur {{agreement}}.',
        'document.closing.notAcceded': 'Organisationen är fortfarande ansluten.',
        'document.decision.again': 'Ni kan ansluta er igen',
        'document.decision.againText':
          'Beslutet hindrar er inte från att ansöka om att ansluta er på nytt.',
        'ui.task.application': 'Underlaget',
        'ui.task.opinions.heading': 'Organisationens svar',
        'ui.task.opinions.lead': 'Läs det innan du beslutar.',
        'ui.task.review.heading': 'Besluta om uteslutning av {{organisation}}',
        'ui.case.states.awaitingCompletion.heading': 'Kommunen överväger att utesluta er',
        'ui.case.states.awaitingCompletion.text':
          'Ni får läsa varför och svara innan någon beslutar.',
        'ui.case.states.awaitingCompletion.next': 'Svara med länken i mejlet.',
        'ui.case.then.awaitingCompletion':
          'Sedan: kommunen beslutar, vare sig ni har svarat eller inte, och ni får beslutet.',
        'ui.case.then.reviewing': 'Sedan: ni får beslutet med skälen.',
        'ui.case.states.reviewing.heading': 'Kommunen beslutar om uteslutning',
        'ui.case.states.reviewing.text': 'Tiden för att svara är slut, och någon beslutar nu.',
        'ui.case.states.reviewing.next': 'Ni behöver inte göra något nu.',
        'ui.case.states.completed.heading': 'Organisationen är utesluten',
        'ui.case.states.completed.text': 'Beslutet och skälen för det finns här nedanför.',
        'ui.case.states.completed.next': 'I beslutet står hur det kan prövas i domstol.',
        'ui.case.states.rejected.heading': 'Organisationen är inte utesluten',
        'ui.case.states.rejected.text': 'Beslutet finns här nedanför.',
        'ui.case.states.rejected.next': 'Ni behöver inte göra något.',
        'common.states.awaitingCompletion': 'Väntar på svar',
        'common.events.received': 'Kommunen började ärendet',
        'common.events.completionRequested': 'Organisationen fick läsa och svara',
        'common.events.completionReceived': 'Organisationens svar kom in',
        'common.events.approved': 'Kommunen uteslöt organisationen',
        'common.events.refused': 'Kommunen uteslöt inte organisationen',
      },
    },
    en: {
      words: {
        matter: 'the exclusion',
        yours: 'the question of exclusion',
        sender: 'coordinator',
        approved: '{{municipality}} excludes {{organisation}} from {{agreement}}.',
        refused: '{{municipality}} does not exclude {{organisation}} from {{agreement}}.',
        next: 'The organisation still takes part in the agreement.',
      },
      own: {
        'mail.reviewRequested.subject':
          'Decide by {{date}}: exclusion of {{shortName}}, {{number}}',
        'mail.reviewRequested.preheader':
          'Read the grounds and what the organisation has answered.',
        'mail.reviewRequested.task':
          '{{organisation}} has been told why it may be excluded and has had time to answer. Read and decide. You answer on the page and do not need to sign in.',
        'mail.reviewReminder.subject':
          'Reminder: decide by {{date}} on the exclusion of {{shortName}}, {{number}}',
        'mail.reviewOverdue.subject':
          'Decide now on the exclusion of {{shortName}}: time ran out on {{date}}, {{number}}',
        'mail.decided.subject': 'Decision on the exclusion of {{shortName}}, {{number}}',
        'mail.decided.why':
          'You get this e-mail because you are the coordinator for {{organisation}}.',
        'mail.caseClosed.subject':
          'The case about the exclusion of {{shortName}} is closed, {{number}}',
        'mail.caseClosed.why':
          'You get this e-mail because you are the coordinator for {{organisation}}.',
        'mail.caseClosed.state':
          'The case about exclusion is closed. {{organisation}} still takes part in the agreement.',
        'document.application.title': 'Question of exclusion',
        'document.application.received':
          'Grounds for exclusion in case {{number}}, drawn up on {{receivedAt}}.',
        'document.application.nothingNeeded':
          'The organisation may read this and answer before anybody decides.',
        'document.decision.title': 'Decision on exclusion',
        'document.closing.cancelled':
          '{{municipality}} closes the case about excluding {{organisation}} from {{agreement}}.',
        'document.closing.notAcceded': 'The organisation still takes part in the agreement.',
        'document.decision.again': 'You can join again',
        'document.decision.againText':
          'The decision does not keep you from applying to join again.',
        'ui.task.application': 'The grounds',
        'ui.task.opinions.heading': 'The answer of the organisation',
        'ui.task.opinions.lead': 'Read it before you decide.',
        'ui.task.review.heading': 'Decide on the exclusion of {{organisation}}',
        'ui.case.states.awaitingCompletion.heading': 'The municipality considers excluding you',
        'ui.case.states.awaitingCompletion.text':
          'You may read why and answer before anybody decides.',
        'ui.case.states.awaitingCompletion.next': 'Answer by the link in the e-mail.',
        'ui.case.then.awaitingCompletion':
          'Then: somebody decides, whether or not you have answered, and you get the decision.',
        'ui.case.then.reviewing': 'Then: you get the decision with the reasons.',
        'ui.case.states.reviewing.heading': 'The municipality decides on exclusion',
        'ui.case.states.reviewing.text': 'The time to answer is over, and somebody decides now.',
        'ui.case.states.reviewing.next': 'You do not need to do anything now.',
        'ui.case.states.completed.heading': 'The organisation is excluded',
        'ui.case.states.completed.text': 'The decision and the reasons for it are below.',
        'ui.case.states.completed.next': 'The decision says how it can be tried in court.',
        'ui.case.states.rejected.heading': 'The organisation is not excluded',
        'ui.case.states.rejected.text': 'The decision is below.',
        'ui.case.states.rejected.next': 'You do not need to do anything.',
        'common.states.awaitingCompletion': 'Waiting for an answer',
        'common.events.received': 'The municipality began the case',
        'common.events.completionRequested': 'The organisation was told and asked to answer',
        'common.events.completionReceived': 'The answer of the organisation came in',
        'common.events.approved': 'The municipality excluded the organisation',
        'common.events.refused': 'The municipality did not exclude the organisation',
      },
    },
  },
};
