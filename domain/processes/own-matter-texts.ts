import type { Language } from '../language';

type Texts = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Of a case that the municipality begins itself: it has a title, and no organisation that sent it. */
export const ownMatterTexts: Texts = {
  sv: {
    'mail.caseClosed.subject': 'Ärendet är avslutat: {{shortName}}, {{number}}',
    'mail.caseClosed.why': 'Du får det här mejlet för att det är du som lade upp ärendet.',
    'mail.caseClosed.state': 'Ärendet ”{{organisation}}” är avslutat innan det blev klart.',
    'mail.caseClosed.otherwise':
      'Du behöver inte göra något. Behövs ärendet ändå läggs det upp på nytt.',
    'mail.escalated.subject': 'Försenat: ett svar saknas, {{shortName}}, {{number}}',
    'mail.escalated.state':
      'Ett svar i ärendet ”{{organisation}}” skulle ha kommit senast {{date}}. Den som har frågan är påmind.',
    'document.closing.cancelled': '{{municipality}} avslutar ärendet ”{{organisation}}”.',
    'document.closing.lapsed':
      '{{municipality}} avslutar ärendet ”{{organisation}}”, eftersom ingen har svarat på frågorna om det.',
    'document.closing.notAcceded':
      'Det som har beslutats i ärendet står kvar. Något mer händer inte i det.',
    'document.closing.again': 'Om ärendet behövs ändå',
    'document.closing.againText':
      'Då läggs det upp på nytt vid skrivbordet. Har du frågor, skriv till {{contact}}.',
  },
  en: {
    'mail.caseClosed.subject': 'The case is closed: {{shortName}}, {{number}}',
    'mail.caseClosed.why': 'You get this e-mail because you began the case.',
    'mail.caseClosed.state': 'The case “{{organisation}}” has been closed before it was finished.',
    'mail.caseClosed.otherwise':
      'You need not do anything. If the case is needed after all, it is begun anew.',
    'mail.escalated.subject': 'Overdue: an answer is missing, {{shortName}}, {{number}}',
    'mail.escalated.state':
      'An answer in the case “{{organisation}}” was due on {{date}}. Whoever was asked has been reminded.',
    'document.closing.cancelled': '{{municipality}} closes the case “{{organisation}}”.',
    'document.closing.lapsed':
      '{{municipality}} closes the case “{{organisation}}”, because nobody has answered the questions about it.',
    'document.closing.notAcceded':
      'What has been decided in the case stands. Nothing more happens in it.',
    'document.closing.again': 'If the case is needed after all',
    'document.closing.againText':
      'Then it is begun anew at the desk. If you have questions, write to {{contact}}.',
  },
};

/** Questions that a controller has about a transfer, to the official who requested it. */
export const controllersQuestions: Texts = {
  sv: {
    'mail.completionRequested.subject':
      'Svara på frågor senast {{date}}: {{shortName}}, {{number}}',
    'mail.completionRequested.preheader': 'Controllern behöver veta lite mer.',
    'mail.completionRequested.why': 'Du får det här mejlet för att du har begärt överföringen.',
    'mail.completionRequested.state':
      'Controllern har läst begäran ”{{organisation}}” och har frågor. De är bifogade som pdf och står också på sidan.',
    'mail.completionRequested.more':
      'Du svarar genom att ändra i begäran. Allt du skrev finns kvar. Svara senast {{day}}.',
    'mail.completionRequested.otherwise':
      'Om du inte svarar avgörs ingenting av sig självt. Är överföringen inte beslutad än kan en handläggare besluta att ärendet avslutas. Behöver du mer tid? Svara på det här mejlet.',
    'mail.completionReminder.subject':
      'Påminnelse: svara på frågorna senast {{date}}, {{shortName}}, {{number}}',
    'mail.completionReminder.preheader': 'Vi har inte fått dina svar än.',
    'mail.completionReminder.why': 'Du får det här mejlet för att du har begärt överföringen.',
    'mail.completionReminder.state':
      'Vi har inte fått dina svar på controllerns frågor om ”{{organisation}}” än. Mejl hamnar lätt långt ner i inkorgen, så här kommer länken igen.',
    'mail.completionReminder.otherwise':
      'Om du redan har svarat behöver du inte göra något. Behöver du mer tid? Svara på det här mejlet.',
    'mail.completionOverdue.subject':
      'Svara nu på frågorna: tiden gick ut {{date}}, {{shortName}}, {{number}}',
    'mail.completionOverdue.preheader': 'Du kan fortfarande svara.',
    'mail.completionOverdue.why': 'Du får det här mejlet för att du har begärt överföringen.',
    'mail.completionOverdue.state':
      'Tiden för att svara på controllerns frågor om ”{{organisation}}” gick ut den {{date}}. Inget är avgjort.',
    'mail.completionOverdue.more':
      'Är överföringen inte beslutad än har en handläggare fått frågan om ärendet ska avslutas. Svarar du innan det är bestämt fortsätter ärendet som vanligt.',
    'mail.completionOverdue.otherwise':
      'Svarar du inte kan handläggaren avsluta ett ärende som inte är beslutat, och då behövs en ny begäran. Är överföringen beslutad väntar den på ditt svar, och inga pengar flyttas förrän det har kommit.',
    'mail.completionReceived.subject': 'Vi har tagit emot dina svar: {{shortName}}, {{number}}',
    'mail.completionReceived.why': 'Du får det här mejlet för att du har begärt överföringen.',
    'mail.completionReceived.state':
      'Tack. Vi har tagit emot dina svar, och controllern läser begäran ”{{organisation}}” igen.',
    'mail.completionReceived.more': 'Begäran som den är nu är bifogad som pdf.',
    'mail.lapseDrafted.subject': 'Bestäm vad som ska hända: svar saknas, {{shortName}}, {{number}}',
    'mail.lapseDrafted.why': 'Du får det här mejlet för att du är handläggare i {{municipality}}.',
    'mail.lapseDrafted.state':
      'Den som har begärt överföringen ”{{organisation}}” har inte svarat på controllerns frågor i tid. Inget avgörs av sig självt, så du får frågan vad som ska hända.',
    'mail.lapseDrafted.more':
      'Du kan avsluta ärendet med skäl, eller gå vidare. Kommer svaret innan du har bestämt fortsätter ärendet, och du behöver inte göra något. Bestäm gärna senast {{day}}.',
    'mail.lapseDrafted.otherwise':
      'Om du inte svarar ligger ärendet kvar, och frågorna kan fortfarande besvaras.',
    'mail.lapseReminder.subject': 'Påminnelse: bestäm vad som ska hända, {{shortName}}, {{number}}',
    'mail.lapseReminder.why': 'Du får det här mejlet för att du är handläggare i {{municipality}}.',
    'mail.lapseReminder.state':
      'Controllerns frågor om ”{{organisation}}” är fortfarande inte besvarade, och ärendet väntar på att du bestämmer vad som ska hända.',
    'document.completionRequest.intro':
      'Controllern har läst begäran ”{{organisation}}” och behöver veta mer innan den kan gå vidare.',
    'document.completionRequest.answerText':
      'Du svarar genom att ändra i begäran, med länken i mejlet som frågorna kom med. Allt du skrev finns kvar.',
  },
  en: {
    'mail.completionRequested.subject': 'Answer questions by {{date}}: {{shortName}}, {{number}}',
    'mail.completionRequested.preheader': 'The controller needs to know a little more.',
    'mail.completionRequested.why': 'You get this e-mail because you have requested the transfer.',
    'mail.completionRequested.state':
      'The controller has read the request “{{organisation}}” and has questions. They are attached as a PDF and are also on the page.',
    'mail.completionRequested.more':
      'You answer by changing the request. Everything you wrote is still there. Answer by {{day}}.',
    'mail.completionRequested.otherwise':
      'If you do not answer, nothing is decided by itself. If the transfer is not decided yet, a case officer may decide to close the case. Do you need more time? Reply to this e-mail.',
    'mail.completionReminder.subject':
      'Reminder: answer the questions by {{date}}, {{shortName}}, {{number}}',
    'mail.completionReminder.preheader': 'We have not got your answers yet.',
    'mail.completionReminder.why': 'You get this e-mail because you have requested the transfer.',
    'mail.completionReminder.state':
      "We have not got your answers to the controller's questions about “{{organisation}}” yet. E-mails easily get lost in a full inbox, so here is the link again.",
    'mail.completionReminder.otherwise':
      'If you have already answered you need not do anything. Do you need more time? Reply to this e-mail.',
    'mail.completionOverdue.subject':
      'Answer the questions now: time ran out on {{date}}, {{shortName}}, {{number}}',
    'mail.completionOverdue.preheader': 'You can still answer.',
    'mail.completionOverdue.why': 'You get this e-mail because you have requested the transfer.',
    'mail.completionOverdue.state':
      "The time to answer the controller's questions about “{{organisation}}” ran out on {{date}}. Nothing is decided.",
    'mail.completionOverdue.more':
      'If the transfer is not decided yet, a case officer has been asked whether to close the case. If you answer before that is decided, the case goes on as usual.',
    'mail.completionOverdue.otherwise':
      'If you do not answer, the case officer may close a case that is not decided, and then a new request is needed. If the transfer is decided it waits for your answer, and no money is moved before that.',
    'mail.completionReceived.subject': 'We have received your answers: {{shortName}}, {{number}}',
    'mail.completionReceived.why': 'You get this e-mail because you have requested the transfer.',
    'mail.completionReceived.state':
      'Thank you. We have received your answers, and the controller reads the request “{{organisation}}” again.',
    'mail.completionReceived.more': 'The request as it is now is attached as a PDF.',
    'mail.lapseDrafted.subject': 'Say what should happen: no answer, {{shortName}}, {{number}}',
    'mail.lapseDrafted.why':
      'You get this e-mail because you are a case officer in {{municipality}}.',
    'mail.lapseDrafted.state':
      "Whoever requested the transfer “{{organisation}}” has not answered the controller's questions in time. Nothing is decided by itself, so you are asked what should happen.",
    'mail.lapseDrafted.more':
      'You can close the case with reasons, or go on. If the answer comes before you have decided, the case goes on and you need not do anything. Please decide by {{day}}.',
    'mail.lapseDrafted.otherwise':
      'If you do not answer, the case stays, and the questions can still be answered.',
    'mail.lapseReminder.subject': 'Reminder: say what should happen, {{shortName}}, {{number}}',
    'mail.lapseReminder.why':
      'You get this e-mail because you are a case officer in {{municipality}}.',
    'mail.lapseReminder.state':
      "The controller's questions about “{{organisation}}” still have no answer, and the case is waiting for you to say what should happen.",
    'document.completionRequest.intro':
      'The controller has read the request “{{organisation}}” and needs to know more before it can go on.',
    'document.completionRequest.answerText':
      'You answer by changing the request, with the link in the e-mail that the questions came with. Everything you wrote is still there.',
  },
};
