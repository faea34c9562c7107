import type { FormDefinition } from '../types';

/** The meetings are done, and the survey opens: until when? */
export const firstAgreementSurveyOpening: FormDefinition = {
  id: 'first-agreement-survey-opening',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      id: 'opening',
      fields: [{ id: 'lastDay', type: 'date', required: true }],
    },
  ],
  texts: {
    sv: {
      title: 'Öppna enkäten',
      intro:
        'När du skickar får alla inbjudna organisationer enkäten, och den öppnas för alla på arbetets sida. Ska det bli fler möten först? Vänta då med att svara.',
      send: 'Avsluta mötena och öppna enkäten',
      'page.opening': 'Enkäten',
      'field.lastDay': 'Sista dag att svara på enkäten',
      'field.lastDay.help': 'Ge dem minst tre veckor: en styrelse kan behöva träffas först.',
      'field.lastDay.error.required': 'Välj sista dagen att svara på enkäten',
    },
    en: {
      title: 'Open the survey',
      intro:
        'When you send this, all invited organisations get the survey, and it opens for everybody on the page of the work. Are there to be more meetings first? Then wait before you answer.',
      send: 'Close the meetings and open the survey',
      'page.opening': 'The survey',
      'field.lastDay': 'Last day to answer the survey',
      'field.lastDay.help': 'Give them at least three weeks: a board may have to meet first.',
      'field.lastDay.error.required': 'Choose the last day to answer the survey',
    },
  },
};

/** The workshops are done: until when is the draft to be finished? */
export const firstAgreementWorkshopsClosing: FormDefinition = {
  id: 'first-agreement-workshops-closing',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      id: 'closing',
      fields: [{ id: 'draftDay', type: 'date', required: true }],
    },
  ],
  texts: {
    sv: {
      title: 'Avsluta workshopparna',
      intro:
        'Svara när workshopparna är klara. Sedan får du frågan om utkastet, och påminnelser tills det är lämnat.',
      send: 'Avsluta workshopparna',
      'page.closing': 'Utkastet',
      'field.draftDay': 'Vilken dag ska utkastet senast vara klart?',
      'field.draftDay.error.required': 'Välj dagen när utkastet ska vara klart',
    },
    en: {
      title: 'Close the workshops',
      intro:
        'Answer when the workshops are done. Then you are asked for the draft, and reminded until it is handed over.',
      send: 'Close the workshops',
      'page.closing': 'The draft',
      'field.draftDay': 'By which day is the draft to be finished?',
      'field.draftDay.error.required': 'Choose the day when the draft is to be finished',
    },
  },
};

/** The draft, and how what was said has been met. */
export const firstAgreementDraft: FormDefinition = {
  id: 'first-agreement-draft',
  version: 1,
  retentionYears: 10,
  bindings: {},
  pages: [
    {
      id: 'draft',
      fields: [
        { id: 'summary', type: 'longText', required: true, maxLength: 5000 },
        { id: 'met', type: 'longText', required: true, maxLength: 5000 },
        { id: 'draft', type: 'file', required: false },
        { id: 'text', type: 'longText', required: false, maxLength: 60_000 },
      ],
    },
  ],
  texts: {
    sv: {
      title: 'Lämna utkastet',
      intro:
        'Lämna utkastet till den första överenskommelsen. Alla inbjudna får det med mejl, tillsammans med enkätens sammanställning, och det läggs ut på arbetets sida. Möten och workshoppar som är utlysta men inte har hållits ställs in, och de inbjudna får veta det.',
      send: 'Lämna utkastet',
      'page.draft': 'Utkastet',
      'field.summary': 'Vad innehåller utkastet?',
      'field.summary.help': 'Kort, för den som inte läser hela texten.',
      'field.summary.error.required': 'Skriv vad utkastet innehåller',
      'field.met': 'Hur har det som sagts på möten och i enkäten tagits om hand?',
      'field.met.help': 'Skriv också vad som inte kom med, och varför.',
      'field.met.error.required': 'Skriv hur det som har sagts har tagits om hand',
      'field.draft': 'Utkastet som fil',
      'field.draft.help': 'En pdf, helst en tillgänglig sådan.',
      'field.draft.error.unreachable':
        'Välj filen med utkastet, eller skriv texten i rutan nedanför',
      'field.text': 'Utkastets text, om det inte finns som fil',
    },
    en: {
      title: 'Hand the draft over',
      intro:
        'Hand over the draft of the first agreement. Everybody who is invited gets it by e-mail with the compilation of the survey, and it is put on the page of the work. Meetings and workshops that are announced and have not been held are called off, and those who are invited are told.',
      send: 'Hand the draft over',
      'page.draft': 'The draft',
      'field.summary': 'What is in the draft?',
      'field.summary.help': 'In brief, for those who do not read the whole text.',
      'field.summary.error.required': 'Write what is in the draft',
      'field.met': 'How has what was said at meetings and in the survey been met?',
      'field.met.help': 'Write as well what was left out, and why.',
      'field.met.error.required': 'Write how what was said has been met',
      'field.draft': 'The draft as a file',
      'field.draft.help': 'A PDF, an accessible one if you can.',
      'field.draft.error.unreachable':
        'Choose the file with the draft, or write the text in the box below',
      'field.text': 'The text of the draft, if there is no file',
    },
  },
};
