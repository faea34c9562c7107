import type { DeskTask } from '../../../domain/api/desk';
import type { FormDefinition, FormField } from '../../../domain/forms/types';
import { languages, type Language } from '../../../domain/language';

/** What an official can do to a case; those of a task ask which one. */
export type InterventionName =
  | 'extend'
  | 'reassign'
  | 'resend'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'withdraw'
  | 'retry'
  | 'moveClosing'
  | 'invite';

type Worded = InterventionName | 'end';

/** A case of the municipality's own is ended in other words than an application. */
export function ownWords(name: InterventionName): Worded {
  return name === 'cancel' ? 'end' : name;
}

const aboutTask: readonly InterventionName[] = ['extend', 'reassign', 'resend'];

/** What each asks besides the task and the reason. */
const ownFields: Partial<Record<InterventionName, readonly FormField[]>> = {
  extend: [{ id: 'deadline', type: 'date', required: true }],
  moveClosing: [{ id: 'deadline', type: 'date', required: true }],
  reassign: [
    { id: 'name', type: 'text', required: true },
    { id: 'email', type: 'email', required: true },
  ],
  invite: [
    { id: 'name', type: 'text', required: true, maxLength: 120 },
    { id: 'email', type: 'email', required: false },
    { id: 'postal', type: 'longText', required: false, maxLength: 300, insteadOf: 'email' },
    { id: 'language', type: 'choice', required: true, options: languages },
  ],
};

/**
 * The form of an intervention. Field ids carry its name, since several stand on one page.
 *
 * @param tasks those who are being asked, with what to call them
 * @param words in whose words it is put
 */
export function interventionForm(
  name: InterventionName,
  tasks: readonly { task: DeskTask; label: string }[],
  words: Worded = name,
): FormDefinition {
  const named = ({ id, insteadOf, ...field }: FormField): FormField => ({
    ...{ ...field, id: fieldId(name, id) },
    ...(insteadOf !== undefined && { insteadOf: fieldId(name, insteadOf) }),
  });
  const fields: FormField[] = [
    ...(aboutTask.includes(name)
      ? [{ id: 'task', type: 'choice', required: true, options: optionsOf(tasks) } as const]
      : []),
    ...(ownFields[name] ?? []),
    { id: 'reason', type: 'longText', required: true, maxLength: 2000 },
  ];
  const labels = Object.fromEntries(
    tasks.map(({ task, label }) => [
      `field.${fieldId(name, 'task')}.option.${taskOption(task)}`,
      label,
    ]),
  );
  const textsIn = (language: Language) => ({
    ...labels,
    ...Object.fromEntries(
      Object.entries({ ...shared[language], ...own[language][words] }).map(([key, text]) => [
        key.replace(/^field\.(\w+)/, (_, id: string) => `field.${fieldId(name, id)}`),
        text,
      ]),
    ),
  });
  return {
    id: name,
    version: 1,
    retentionYears: 0,
    bindings: {},
    pages: [{ id: 'intervention', fields: fields.map(named) }],
    texts: { sv: textsIn('sv'), en: textsIn('en') },
  };
}

export function fieldId(name: InterventionName, field: string): string {
  return `${name}${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}

function optionsOf(tasks: readonly { task: DeskTask }[]): string[] {
  return tasks.map(({ task }) => taskOption(task));
}

/** How a task is named in the forms: the same whatever happens to the others. */
export function taskOption({ id }: DeskTask): string {
  return `t${id.replaceAll('-', '')}`;
}

const shared: Record<Language, Record<string, string>> = {
  sv: {
    'page.intervention': 'Åtgärd',
    'field.task': 'Vilken fråga?',
    'field.task.error.choice': 'Välj vilken fråga det gäller',
    'field.deadline': 'Ny sista dag',
    'field.deadline.error.required': 'Välj den nya sista dagen',
    'field.name': 'Namn',
    'field.name.error.required': 'Skriv vem som ska få frågan',
    'field.email': 'E-postadress',
    'field.email.error.required': 'Skriv e-postadressen till den som ska få frågan',
    'field.reason': 'Varför?',
    'field.reason.help': 'Skälet sparas i ärendet tillsammans med ditt namn.',
    'field.reason.error.required': 'Skriv varför',
  },
  en: {
    'page.intervention': 'Action',
    'field.task': 'Which question?',
    'field.task.error.choice': 'Choose which question it is about',
    'field.deadline': 'New last day',
    'field.deadline.error.required': 'Choose the new last day',
    'field.name': 'Name',
    'field.name.error.required': 'Write who should get the question',
    'field.email': 'E-mail address',
    'field.email.error.required': 'Write the e-mail address of whoever should get the question',
    'field.reason': 'Why?',
    'field.reason.help': 'The reason is kept in the case together with your name.',
    'field.reason.error.required': 'Write why',
  },
};

type Own = Record<Worded, Record<'title' | 'intro' | 'send', string> & Record<string, string>>;

const own: Record<Language, Own> = {
  sv: {
    extend: {
      title: 'Förläng svarstiden',
      intro: 'Påminnelserna flyttas med. Den som har frågan får inget särskilt mejl om det.',
      send: 'Förläng svarstiden',
    },
    reassign: {
      title: 'Ge frågan till någon annan',
      intro:
        'Den nya personen får frågan i ett mejl med samma sista dag. Den gamla länken slutar fungera.',
      send: 'Ge frågan till någon annan',
    },
    resend: {
      title: 'Skicka länken igen',
      intro: 'Personen får en ny länk i ett mejl. Den gamla länken slutar fungera.',
      send: 'Skicka länken igen',
    },
    pause: {
      title: 'Pausa ärendet',
      intro:
        'Ingen påminns under pausen. Svar som kommer sparas, och svarstiden förlängs när ärendet fortsätter.',
      send: 'Pausa ärendet',
    },
    resume: {
      title: 'Låt ärendet fortsätta',
      intro: 'De som har frågor får lika många dagar kvar som när ärendet pausades.',
      send: 'Låt ärendet fortsätta',
    },
    cancel: {
      title: 'Avsluta ärendet',
      intro:
        'Ärendet avslutas utan anslutning. Organisationen får ett brev med skälet. Det går inte att ångra.',
      send: 'Avsluta ärendet',
    },
    end: {
      title: 'Avsluta ärendet',
      intro:
        'Det som väntar i ärendet avbryts, och de som berörs får veta det. Det går inte att ångra.',
      send: 'Avsluta ärendet',
    },
    withdraw: {
      title: 'Registrera att ansökan dras tillbaka',
      intro:
        'När organisationen har hört av sig på annat sätt. Organisationen får ett brev som bekräftar det. Det går inte att ångra.',
      send: 'Registrera återkallelsen',
    },
    retry: {
      title: 'Försök igen',
      intro: 'Steget som har stannat görs om. Inget som redan är gjort görs två gånger.',
      send: 'Försök igen',
    },
    moveClosing: {
      title: 'Flytta sista dagen för alla',
      intro:
        'Alla som inte har svarat får den nya dagen, och påminnelserna flyttas med. Välj i dag för att stänga i kväll. Inget särskilt mejl skickas.',
      send: 'Flytta sista dagen',
    },
    invite: {
      title: 'Bjud in en organisation till',
      intro:
        'Organisationen får samma mejl som de andra: inbjudan till arbetet, till möten som inte har varit, och enkäten om den är öppen.',
      send: 'Bjud in organisationen',
      'field.name': 'Organisationens namn',
      'field.name.error.required': 'Skriv organisationens namn',
      'field.email.error.unreachable': 'Skriv organisationens e-postadress, eller dess postadress',
      'field.postal': 'Postadress, om organisationen inte har e-post',
      'field.postal.help': 'Breven skrivs då ut och postas.',
      'field.language': 'Språk i breven',
      'field.language.option.sv': 'Svenska',
      'field.language.option.en': 'Engelska',
      'field.language.error.choice': 'Välj vilket språk mejlen ska ha',
    },
  },
  en: {
    extend: {
      title: 'Extend the time to answer',
      intro: 'The reminders move along. Whoever was asked gets no extra e-mail about it.',
      send: 'Extend the time',
    },
    reassign: {
      title: 'Ask somebody else',
      intro:
        'The new person gets the question in an e-mail with the same last day. The old link stops working.',
      send: 'Ask somebody else',
    },
    resend: {
      title: 'Send the link again',
      intro: 'The person gets a new link in an e-mail. The old link stops working.',
      send: 'Send the link again',
    },
    pause: {
      title: 'Pause the case',
      intro:
        'Nobody is reminded during the pause. Answers that come are kept, and the time to answer is extended when the case goes on.',
      send: 'Pause the case',
    },
    resume: {
      title: 'Let the case go on',
      intro: 'Those who are asked have as many days left as when the case was paused.',
      send: 'Let the case go on',
    },
    cancel: {
      title: 'Close the case',
      intro:
        'The case is closed without accession. The organisation gets a letter with the reason. This cannot be undone.',
      send: 'Close the case',
    },
    end: {
      title: 'Close the case',
      intro:
        'What waits in the case is broken off, and those concerned are told. This cannot be undone.',
      send: 'Close the case',
    },
    withdraw: {
      title: 'Record that the application is withdrawn',
      intro:
        'When the organisation has said so in another way. It gets a letter that confirms it. This cannot be undone.',
      send: 'Record the withdrawal',
    },
    retry: {
      title: 'Try again',
      intro: 'The step that has stopped is done again. Nothing that is done already is done twice.',
      send: 'Try again',
    },
    moveClosing: {
      title: 'Move the last day for everybody',
      intro:
        'Everybody who has not answered gets the new day, and the reminders move along. Choose today to close tonight. No extra e-mail is sent.',
      send: 'Move the last day',
    },
    invite: {
      title: 'Invite one more organisation',
      intro:
        'The organisation gets the same e-mails as the others: the invitation to the work, to meetings still to come, and the survey if it is open.',
      send: 'Invite the organisation',
      'field.name': 'Name of the organisation',
      'field.name.error.required': 'Write the name of the organisation',
      'field.email.error.unreachable':
        'Write the e-mail address of the organisation, or its postal address',
      'field.postal': 'Postal address, if the organisation has no e-mail',
      'field.postal.help': 'The letters are then printed and posted.',
      'field.language': 'Language of the e-mails',
      'field.language.option.sv': 'Swedish',
      'field.language.option.en': 'English',
      'field.language.error.choice': 'Choose the language of the e-mails',
    },
  },
};
