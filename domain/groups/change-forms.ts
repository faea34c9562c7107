import type { FormDefinition, FormField } from '../forms/types';
import { withLists, withoutEmptyChoices, type ListItem } from '../forms/lists';
import { membersFor } from './changes';
import { groupRoles, groupSides, type GroupChange, type GroupMember } from './member';

const member: FormField = { id: 'member', type: 'choice', required: true, optionsFrom: 'members' };
const name: FormField = { id: 'name', type: 'text', required: true };
const email: FormField = { id: 'email', type: 'email', required: true };
const shared: FormField = {
  ...{ id: 'shared', type: 'choice', required: false, options: ['no', 'yes'] },
};
const represents: FormField = { id: 'represents', type: 'text', required: false };
const from: FormField = { id: 'from', type: 'date', required: true };
const to: FormField = { id: 'to', type: 'date', required: false };
const day: FormField = { id: 'day', type: 'date', required: true };
const reason: FormField = { id: 'reason', type: 'longText', required: true, maxLength: 2000 };

const fields: Record<GroupChange, readonly FormField[]> = {
  addMember: [
    name,
    email,
    shared,
    { id: 'side', type: 'choice', required: true, options: groupSides },
    represents,
    { id: 'role', type: 'choice', required: true, options: groupRoles },
    {
      ...{ id: 'substituteFor', type: 'choice', required: false, optionsFrom: 'members' },
      showWhen: { field: 'role', in: ['substitute'] },
    },
    from,
    to,
    reason,
  ],
  replaceMember: [member, name, email, shared, represents, from, to, reason],
  endMember: [member, day, reason],
  extendTerm: [member, to, reason],
  changeEmail: [member, email, shared, reason],
  changeShared: [member, { ...shared, required: true }, reason],
  closeSeat: [member, reason],
};

type Texts = Readonly<Record<string, string>>;

const common: Record<'sv' | 'en', Texts> = {
  sv: {
    'field.member': 'Vem gäller det?',
    'field.member.error.choice': 'Välj vem det gäller',
    'field.name': 'Namn',
    'field.name.error.required': 'Skriv namnet',
    'field.email': 'E-postadress',
    'field.email.help': 'Dit går frågorna till gruppen.',
    'field.email.error.required': 'Skriv e-postadressen',
    'field.email.error.emailRepeated':
      'Adressen är redan en ledamots under de dagarna. Skriv en annan, eller avsluta det mandatet först.',
    'field.shared': 'Läser flera den adressen?',
    'field.shared.help':
      'En gemensam brevlåda hälsas utan namn. Lämna tomt om bara personen läser den.',
    'field.shared.option.no': 'Nej, bara personen själv',
    'field.shared.option.yes': 'Ja, det är en gemensam brevlåda',
    'field.shared.error.choice': 'Välj om flera läser adressen',
    'field.side': 'Vilken sida?',
    'field.side.option.municipality': 'Kommunen',
    'field.side.option.sector': 'Den idéburna sektorn',
    'field.side.error.choice': 'Välj vilken sida',
    'field.represents': 'Organisation eller kontor',
    'field.role': 'Uppdrag',
    'field.role.option.chair': 'Ordförande',
    'field.role.option.member': 'Ledamot',
    'field.role.option.substitute': 'Ersättare',
    'field.role.error.choice': 'Välj uppdraget',
    'field.role.error.same':
      'Gruppen har redan en ordförande under de dagarna. Välj ledamot, eller byt ut ordföranden.',
    'field.substituteFor': 'Ersätter vem?',
    'field.substituteFor.help': 'Lämna tomt för den som kan ersätta vem som helst.',
    'field.substituteFor.error.choice': 'Välj vem, eller lämna tomt',
    'field.from': 'Första dag',
    'field.from.error.required': 'Skriv första dagen',
    'field.from.error.dayBehind': 'Välj en dag efter den då mandatet som tas över började',
    'field.from.error.same':
      'Någon annan är ordförande under de dagarna. Avsluta det mandatet först.',
    'field.to': 'Sista dag',
    'field.to.help': 'Lämna tomt om mandatet inte har något slut.',
    'field.to.error.endsBeforeItBegins': 'Sista dagen kan inte vara före den första',
    'field.day': 'Sista dag',
    'field.day.error.required': 'Skriv sista dagen',
    'field.day.error.endsBeforeItBegins': 'Mandatet kan inte sluta innan det har börjat',
    'field.day.error.dayAhead': 'Mandatet slutar redan tidigare. Förläng det i stället.',
    'field.reason': 'Varför?',
    'field.reason.help': 'Skälet står på den här sidan tillsammans med ditt namn.',
    'field.reason.error.required': 'Skriv varför',
  },
  en: {
    'field.member': 'Who is it about?',
    'field.member.error.choice': 'Choose who it is about',
    'field.name': 'Name',
    'field.name.error.required': 'Write the name',
    'field.email': 'E-mail address',
    'field.email.help': 'What the group is asked goes there.',
    'field.email.error.required': 'Write the e-mail address',
    'field.email.error.emailRepeated':
      'The address is a member’s already in those days. Write another one, or end that term first.',
    'field.shared': 'Do several people read that address?',
    'field.shared.help':
      'A shared mailbox is greeted without a name. Leave it empty if only the person reads it.',
    'field.shared.option.no': 'No, only the person',
    'field.shared.option.yes': 'Yes, it is a shared mailbox',
    'field.shared.error.choice': 'Choose whether several people read the address',
    'field.side': 'Which side?',
    'field.side.option.municipality': 'The municipality',
    'field.side.option.sector': 'Civil society',
    'field.side.error.choice': 'Choose the side',
    'field.represents': 'Organisation or office',
    'field.role': 'Seat',
    'field.role.option.chair': 'Chair',
    'field.role.option.member': 'Member',
    'field.role.option.substitute': 'Substitute',
    'field.role.error.choice': 'Choose the seat',
    'field.role.error.same':
      'The group already has a chair in those days. Choose member, or replace the chair.',
    'field.substituteFor': 'Substitute for whom?',
    'field.substituteFor.help': 'Leave it empty for whoever can stand in for anybody.',
    'field.substituteFor.error.choice': 'Choose whom, or leave it empty',
    'field.from': 'First day',
    'field.from.error.required': 'Write the first day',
    'field.from.error.dayBehind': 'Choose a day after the one on which the term taken over began',
    'field.from.error.same': 'Somebody else is the chair in those days. End that term first.',
    'field.to': 'Last day',
    'field.to.help': 'Leave it empty where the term has no end.',
    'field.to.error.endsBeforeItBegins': 'The last day cannot be before the first',
    'field.day': 'Last day',
    'field.day.error.required': 'Write the last day',
    'field.day.error.endsBeforeItBegins': 'The term cannot end before it has begun',
    'field.day.error.dayAhead': 'The term ends earlier already. Extend it instead.',
    'field.reason': 'Why?',
    'field.reason.help': 'The reason stands on this page together with your name.',
    'field.reason.error.required': 'Write why',
  },
};

const own: Record<'sv' | 'en', Record<GroupChange, Texts>> = {
  sv: {
    addMember: {
      title: 'Lägg till någon',
      intro: 'Den nya får det som frågas från och med första dagen, inte det som redan är frågat.',
      send: 'Lägg till',
      'field.represents.help': 'Den som personen sitter för. Frivilligt.',
    },
    replaceMember: {
      title: 'Byt ut en ledamot',
      intro:
        'Mandatet slutar dagen före, och den nya tar över platsen. Det som den gamla inte har svarat på går till den nya samma dag, med ett eget brev och en egen länk.',
      send: 'Byt ut',
      'field.represents.help': 'Lämna tomt om det är samma som förut.',
      'field.email.help':
        'Dit går frågorna till gruppen. En ersättare som tar över platsen slutar som ersättare.',
    },
    endMember: {
      title: 'Avsluta ett mandat',
      intro:
        'Platsen blir vakant tills någon tar över den. Det som inte är besvarat går till en ersättare, eller avgörs av de andra.',
      send: 'Avsluta',
    },
    extendTerm: {
      title: 'Förläng ett mandat',
      intro: 'Mandatet går vidare utan avbrott.',
      send: 'Förläng',
      'field.to.error.dayBehind': 'Välj en dag efter den då mandatet slutar nu',
      'field.to.error.dayAhead': 'Någon annan har platsen sedan. Välj en dag före det.',
      'field.to.error.emailRepeated': 'Adressen har ett senare mandat. Välj en dag före det.',
      'field.to.error.same': 'Någon annan är ordförande sedan. Välj en dag före det.',
    },
    changeEmail: {
      title: 'Byt e-postadress',
      intro:
        'Det som inte är besvarat får en ny länk till den nya adressen. Den gamla länken slutar gälla.',
      send: 'Byt adress',
      'field.email.error.same': 'Skriv en annan adress än den som gäller nu',
    },
    changeShared: {
      title: 'Ändra om flera läser en adress',
      intro:
        'Brev till en gemensam brevlåda börjar utan namn. Adressen och det som är frågat ändras inte.',
      send: 'Ändra',
      'field.shared.help': 'En gemensam brevlåda hälsas utan namn.',
      'field.shared.error.same': 'Så är det redan. Välj det andra, eller låt det vara.',
    },
    closeSeat: {
      title: 'Dra in en vakant plats',
      intro: 'Ersättare sitter inte längre på platsen, och den visas inte som vakant.',
      send: 'Dra in platsen',
      'field.member': 'Vems plats var det?',
      'field.member.error.choice': 'Välj platsen',
    },
  },
  en: {
    addMember: {
      title: 'Add somebody',
      intro: 'They get what is asked from the first day on, not what has been asked already.',
      send: 'Add',
      'field.represents.help': 'Whom they sit for. Optional.',
    },
    replaceMember: {
      title: 'Replace a member',
      intro:
        'The term ends the day before, and the new member takes the seat. What the old one has not answered goes to the new one the same day, with a letter and a link of their own.',
      send: 'Replace',
      'field.represents.help': 'Leave it empty where it is the same as before.',
      'field.email.help':
        'What the group is asked goes there. A substitute who takes the seat is a substitute no more.',
    },
    endMember: {
      title: 'End a term',
      intro:
        'The seat is vacant until somebody takes it. What is not answered goes to a substitute, or the others decide.',
      send: 'End the term',
    },
    extendTerm: {
      title: 'Extend a term',
      intro: 'The term goes on without a break.',
      send: 'Extend',
      'field.to.error.dayBehind': 'Choose a day after the one on which the term ends now',
      'field.to.error.dayAhead': 'Somebody else has the seat then. Choose a day before that.',
      'field.to.error.emailRepeated': 'The address has a later term. Choose a day before that.',
      'field.to.error.same': 'Somebody else is the chair then. Choose a day before that.',
    },
    changeEmail: {
      title: 'Change an e-mail address',
      intro:
        'What is not answered gets a new link, to the new address. The old link is good no longer.',
      send: 'Change the address',
      'field.email.error.same': 'Write another address than the one now',
    },
    changeShared: {
      title: 'Change whether several people read an address',
      intro:
        'Letters to a shared mailbox begin without a name. The address and what has been asked stay as they are.',
      send: 'Change',
      'field.shared.help': 'A shared mailbox is greeted without a name.',
      'field.shared.error.same': 'That is how it is already. Choose the other, or leave it.',
    },
    closeSeat: {
      title: 'Close a vacant seat',
      intro: 'No substitute sits there any more, and it is not shown as vacant.',
      send: 'Close the seat',
      'field.member': 'Whose seat was it?',
      'field.member.error.choice': 'Choose the seat',
    },
  },
};

/** The form of a change, with those whom it may be about on a day. Browser and server judge by the same. */
export function groupChangeForm(
  kind: GroupChange,
  members: readonly GroupMember[],
  today: string,
): FormDefinition {
  const texts = (language: 'sv' | 'en') => ({
    ...common[language],
    ...own[language][kind],
    'page.change': own[language][kind].title ?? '',
  });
  const form: FormDefinition = {
    id: `group-${kind}`,
    version: 1,
    retentionYears: 10,
    bindings: {},
    pages: [{ id: 'change', fields: fields[kind] }],
    texts: { sv: texts('sv'), en: texts('en') },
  };
  return withoutEmptyChoices(
    withLists(form, { members: membersFor(kind, members, today).map(option) }),
  );
}

function option({ id, name: who, represents: whom }: GroupMember): ListItem {
  const label = whom === '' ? who : `${who}, ${whom}`;
  return { value: id, label: { sv: label, en: label } };
}
