import type { FormDefinition, FormField } from '../forms/types';
import { memberSeats } from './member';

/** What an official changes about a body: its calendar, who sits in it, what it is called, its end. */
export const committeeChanges = [
  'addMeeting',
  'addHeldMeeting',
  'moveMeeting',
  'cancelMeeting',
  'addMember',
  'endMember',
  'rename',
  'end',
  'handOver',
] as const;
export type CommitteeChange = (typeof committeeChanges)[number];

const day: FormField = { id: 'day', type: 'date', required: true };
const meeting: FormField = {
  id: 'meeting',
  type: 'choice',
  required: true,
  optionsFrom: 'meetings',
};

interface Words {
  title: string;
  send: string;
  fields: Readonly<Record<string, string>>;
}

function changeForm(
  id: CommitteeChange,
  fields: readonly FormField[],
  words: { sv: Words; en: Words },
): FormDefinition {
  const texts = ({ title, send, fields: own }: Words) => ({
    title,
    intro: title,
    send,
    'page.change': title,
    ...Object.fromEntries(Object.entries(own).map(([key, text]) => [`field.${key}`, text])),
  });
  return {
    id: `committee-${id}`,
    version: 1,
    retentionYears: 10,
    bindings: {},
    pages: [{ id: 'change', fields }],
    texts: { sv: texts(words.sv), en: texts(words.en) },
  };
}

/** The form of each change. */
export const committeeChangeForms: Record<CommitteeChange, FormDefinition> = {
  addMeeting: changeForm('addMeeting', [day], {
    sv: {
      title: 'Lägg till ett sammanträde',
      send: 'Lägg till',
      fields: { day: 'Vilken dag?', 'day.error.required': 'Skriv vilken dag' },
    },
    en: {
      title: 'Add a meeting',
      send: 'Add',
      fields: { day: 'On which day?', 'day.error.required': 'Write the day' },
    },
  }),
  addHeldMeeting: changeForm('addHeldMeeting', [day], {
    sv: {
      title: 'Ett sammanträde som har hållits',
      send: 'Lägg till',
      fields: {
        day: 'Vilken dag hölls det?',
        'day.help': 'Alla dagar går bra, också helger. Sedan kan du föra in vad nämnden beslutade.',
        'day.error.required': 'Skriv vilken dag',
      },
    },
    en: {
      title: 'A meeting that has been held',
      send: 'Add',
      fields: {
        day: 'On which day was it held?',
        'day.help':
          'Any day will do, also a holiday. Then you can record what the committee decided.',
        'day.error.required': 'Write the day',
      },
    },
  }),
  moveMeeting: changeForm('moveMeeting', [meeting, day], {
    sv: {
      title: 'Flytta ett sammanträde',
      send: 'Flytta',
      fields: {
        meeting: 'Vilket sammanträde?',
        'meeting.help': 'Ärenden som har skickats till sammanträdet följer med, och tiden med dem.',
        'meeting.error.choice': 'Välj sammanträdet',
        day: 'Till vilken dag?',
        'day.error.required': 'Skriv vilken dag',
      },
    },
    en: {
      title: 'Move a meeting',
      send: 'Move',
      fields: {
        meeting: 'Which meeting?',
        'meeting.help': 'Matters that were sent to the meeting go along, and their time with them.',
        'meeting.error.choice': 'Choose the meeting',
        day: 'To which day?',
        'day.error.required': 'Write the day',
      },
    },
  }),
  cancelMeeting: changeForm('cancelMeeting', [meeting], {
    sv: {
      title: 'Ställ in ett sammanträde',
      send: 'Ställ in',
      fields: {
        meeting: 'Vilket sammanträde?',
        'meeting.help': 'Ärenden som har skickats till sammanträdet kommer upp på nästa.',
        'meeting.error.choice': 'Välj sammanträdet',
      },
    },
    en: {
      title: 'Cancel a meeting',
      send: 'Cancel the meeting',
      fields: {
        meeting: 'Which meeting?',
        'meeting.help': 'Matters that were sent to the meeting come up at the next one.',
        'meeting.error.choice': 'Choose the meeting',
      },
    },
  }),
  addMember: changeForm(
    'addMember',
    [
      { id: 'name', type: 'text', required: true },
      { id: 'party', type: 'text', required: false, maxLength: 20 },
      { id: 'seat', type: 'choice', required: true, options: memberSeats },
      { id: 'from', type: 'date', required: true },
      { id: 'to', type: 'date', required: false },
    ],
    {
      sv: {
        title: 'Lägg till en ledamot eller ersättare',
        send: 'Lägg till',
        fields: {
          name: 'Namn',
          'name.error.required': 'Skriv namnet',
          party: 'Parti',
          'party.help': 'Förkortning, till exempel S',
          seat: 'Uppdrag',
          'seat.option.chair': 'Ordförande',
          'seat.option.viceChair': 'Vice ordförande',
          'seat.option.member': 'Ledamot',
          'seat.option.substitute': 'Ersättare',
          'seat.error.choice': 'Välj uppdraget',
          from: 'Från och med',
          'from.error.required': 'Skriv från vilken dag',
          to: 'Till och med',
          'to.help': 'Lämna tomt om uppdraget inte har något slut.',
        },
      },
      en: {
        title: 'Add a member or substitute',
        send: 'Add',
        fields: {
          name: 'Name',
          'name.error.required': 'Write the name',
          party: 'Party',
          'party.help': 'As it is abbreviated, for example S',
          seat: 'Seat',
          'seat.option.chair': 'Chair',
          'seat.option.viceChair': 'Vice chair',
          'seat.option.member': 'Member',
          'seat.option.substitute': 'Substitute',
          'seat.error.choice': 'Choose the seat',
          from: 'From',
          'from.error.required': 'Write the first day',
          to: 'Until',
          'to.help': 'Leave it empty where the term has no end.',
        },
      },
    },
  ),
  endMember: changeForm(
    'endMember',
    [
      { id: 'member', type: 'choice', required: true, optionsFrom: 'members' },
      { id: 'day', type: 'date', required: true },
    ],
    {
      sv: {
        title: 'Avsluta ett uppdrag',
        send: 'Avsluta',
        fields: {
          member: 'Vems uppdrag?',
          'member.error.choice': 'Välj vems uppdrag som slutar',
          day: 'Sista dag',
          'day.error.required': 'Skriv sista dagen',
        },
      },
      en: {
        title: "End a member's term",
        send: 'End the term',
        fields: {
          member: 'Whose term?',
          'member.error.choice': 'Choose whose term ends',
          day: 'Last day',
          'day.error.required': 'Write the last day',
        },
      },
    },
  ),
  rename: changeForm(
    'rename',
    [
      { id: 'from', type: 'date', required: true },
      { id: 'nameSv', type: 'text', required: true },
      { id: 'nameEn', type: 'text', required: true },
    ],
    {
      sv: {
        title: 'Byt namn',
        send: 'Byt namn',
        fields: {
          from: 'Från och med',
          'from.help': 'Beslut före den dagen behåller det gamla namnet.',
          'from.error.required': 'Skriv från vilken dag',
          nameSv: 'Namn på svenska',
          'nameSv.error.required': 'Skriv namnet på svenska',
          nameEn: 'Namn på engelska',
          'nameEn.error.required': 'Skriv namnet på engelska',
        },
      },
      en: {
        title: 'Change the name',
        send: 'Change the name',
        fields: {
          from: 'From',
          'from.help': 'Decisions before that day keep the old name.',
          'from.error.required': 'Write the first day',
          nameSv: 'Name in Swedish',
          'nameSv.error.required': 'Write the name in Swedish',
          nameEn: 'Name in English',
          'nameEn.error.required': 'Write the name in English',
        },
      },
    },
  ),
  end: changeForm(
    'end',
    [
      { id: 'day', type: 'date', required: true },
      { id: 'successor', type: 'choice', required: false, optionsFrom: 'committees' },
    ],
    {
      sv: {
        title: 'Avsluta eller slå ihop',
        send: 'Avsluta',
        fields: {
          day: 'Från vilken dag finns den inte längre?',
          'day.error.required': 'Skriv vilken dag',
          successor: 'Vem tar över ärendena?',
          'successor.help':
            'Lämna tomt om det inte är bestämt. Ärenden som pågår visas då som något att åtgärda.',
          'successor.error.choice': 'Välj vem som tar över ärendena',
        },
      },
      en: {
        title: 'End or merge',
        send: 'End it',
        fields: {
          day: 'From which day is it no more?',
          'day.error.required': 'Write the day',
          successor: 'Who takes over its cases?',
          'successor.help':
            'Leave it empty where that is not decided. Cases under way then show that they need attention.',
          'successor.error.choice': 'Choose who takes over the cases',
        },
      },
    },
  ),
  handOver: changeForm(
    'handOver',
    [{ id: 'successor', type: 'choice', required: true, optionsFrom: 'committees' }],
    {
      sv: {
        title: 'Välj vem som tar över ärendena',
        send: 'Lämna över ärendena',
        fields: {
          successor: 'Vem tar över ärendena?',
          'successor.error.choice': 'Välj vem som tar över ärendena',
        },
      },
      en: {
        title: 'Choose who takes over the cases',
        send: 'Hand over the cases',
        fields: {
          successor: 'Who takes over its cases?',
          'successor.error.choice': 'Choose who takes over the cases',
        },
      },
    },
  ),
};
