import type { FormDefinition, FormField } from '../forms/types';
import { memberSeats } from './member';

/** What was recorded of a body and can be put right by a later record that points at it. */
export const committeeCorrections = ['correctName', 'correctMember', 'correctEnd'] as const;
export type CommitteeCorrection = (typeof committeeCorrections)[number];

export function isCorrection(kind: string): kind is CommitteeCorrection {
  return committeeCorrections.some((each) => each === kind);
}

/** Something else is right, or it never was. */
const right: FormField = {
  id: 'right',
  type: 'choice',
  required: true,
  options: ['changed', 'never'],
};
const reason: FormField = { id: 'reason', type: 'longText', required: true, maxLength: 2000 };
const showWhen = { field: 'right', in: ['changed'] };

interface Words {
  title: string;
  intro: string;
  fields: Readonly<Record<string, string>>;
}

function correctionForm(
  id: CommitteeCorrection,
  fields: readonly FormField[],
  words: { sv: Words; en: Words },
): FormDefinition {
  const texts = ({ title, intro, fields: own }: Words, send: string) => ({
    ...{ title, intro, send, 'page.correction': title },
    ...Object.fromEntries(Object.entries(own).map(([key, text]) => [`field.${key}`, text])),
  });
  const asked = fields.map((field) => ({ ...field, showWhen }));
  return {
    id: `committee-${id}`,
    version: 1,
    retentionYears: 100,
    bindings: {},
    pages: [{ id: 'correction', fields: [right, ...asked, reason] }],
    texts: { sv: texts(words.sv, 'Rätta'), en: texts(words.en, 'Correct') },
  };
}

const shared = {
  sv: {
    right: 'Vad är rätt?',
    'right.error.choice': 'Välj vad som är rätt',
    reason: 'Hur blev det fel?',
    'reason.help': 'Det står sedan vid rättelsen. Skriv inga namn på personer.',
    'reason.error.required': 'Skriv hur det blev fel',
  },
  en: {
    right: 'What is right?',
    'right.error.choice': 'Choose what is right',
    reason: 'How did it become wrong?',
    'reason.help': 'It then stands beside the correction. Write no names of persons.',
    'reason.error.required': 'Write how it became wrong',
  },
};

/** The form of each correction. */
export const committeeCorrectionForms: Record<CommitteeCorrection, FormDefinition> = {
  correctName: correctionForm(
    'correctName',
    [
      { id: 'from', type: 'date', required: true },
      { id: 'nameSv', type: 'text', required: true },
      { id: 'nameEn', type: 'text', required: true },
    ],
    {
      sv: {
        title: 'Rätta ett namn',
        intro:
          'Det som är infört ligger kvar som rättat. Brev och handlingar som har gått ut ändras inte.',
        fields: {
          ...shared.sv,
          'right.option.changed': 'Namnet eller dagen är en annan',
          'right.option.never': 'Nämnden bytte inte namn',
          from: 'Från och med',
          'from.error.required': 'Skriv från vilken dag',
          nameSv: 'Namn på svenska',
          'nameSv.error.required': 'Skriv namnet på svenska',
          nameEn: 'Namn på engelska',
          'nameEn.error.required': 'Skriv namnet på engelska',
        },
      },
      en: {
        title: 'Correct a name',
        intro:
          'What is recorded stays as corrected. Letters and documents that went out are not changed.',
        fields: {
          ...shared.en,
          'right.option.changed': 'The name or the day is another',
          'right.option.never': 'The committee did not change its name',
          from: 'From',
          'from.error.required': 'Write the first day',
          nameSv: 'Name in Swedish',
          'nameSv.error.required': 'Write the name in Swedish',
          nameEn: 'Name in English',
          'nameEn.error.required': 'Write the name in English',
        },
      },
    },
  ),
  correctMember: correctionForm(
    'correctMember',
    [
      { id: 'name', type: 'text', required: true },
      { id: 'party', type: 'text', required: false, maxLength: 20 },
      { id: 'seat', type: 'choice', required: true, options: memberSeats },
      { id: 'body', type: 'choice', required: true, optionsFrom: 'committees' },
      { id: 'from', type: 'date', required: true },
      { id: 'to', type: 'date', required: false },
    ],
    {
      sv: {
        title: 'Rätta en uppgift om en ledamot',
        intro:
          'Det som var fel visas inte längre. Beslut som är införda behåller de tjänstgörande de har.',
        fields: {
          ...shared.sv,
          'right.option.changed': 'Uppgifterna är andra',
          'right.option.never': 'Uppdraget har aldrig funnits',
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
          body: 'Nämnd',
          'body.error.choice': 'Välj nämnden',
          from: 'Från och med',
          'from.error.required': 'Skriv från vilken dag',
          to: 'Till och med',
          'to.help': 'Lämna tomt om uppdraget inte har något slut.',
        },
      },
      en: {
        title: 'Correct what is known of a member',
        intro:
          'What was wrong is shown no more. Decisions that are recorded keep those who served.',
        fields: {
          ...shared.en,
          'right.option.changed': 'Something else is right',
          'right.option.never': 'Nobody was elected',
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
          body: 'Committee',
          'body.error.choice': 'Choose the committee',
          from: 'From',
          'from.error.required': 'Write the first day',
          to: 'Until',
          'to.help': 'Leave it empty where the term has no end.',
        },
      },
    },
  ),
  correctEnd: correctionForm(
    'correctEnd',
    [
      { id: 'day', type: 'date', required: true },
      { id: 'successor', type: 'choice', required: false, optionsFrom: 'committees' },
    ],
    {
      sv: {
        title: 'Rätta att nämnden har upphört',
        intro:
          'Ärenden som har lämnats över och inte är beslutade går till den som rätteligen har dem, och båda sekreterarna får brev om det. Det som är beslutat ligger kvar hos den nämnd som beslutade.',
        fields: {
          ...shared.sv,
          'right.option.changed': 'Dagen eller den som tar över är en annan',
          'right.option.never': 'Nämnden finns kvar',
          day: 'Från vilken dag finns den inte längre?',
          'day.error.required': 'Skriv vilken dag',
          successor: 'Vem tar över ärendena?',
          'successor.error.choice': 'Välj vem som tar över ärendena',
          'successor.error.required': 'Välj vem som tar över ärendena',
        },
      },
      en: {
        title: 'Correct that the committee has ended',
        intro:
          'Cases that were handed over and are not decided go to the committee that is to have them, and both secretaries are written to. What is decided stays with the committee that decided it.',
        fields: {
          ...shared.en,
          'right.option.changed': 'The day, or who takes over, is another',
          'right.option.never': 'The committee is still there',
          day: 'From which day is it no more?',
          'day.error.required': 'Write the day',
          successor: 'Who takes over its cases?',
          'successor.error.choice': 'Choose who takes over the cases',
          'successor.error.required': 'Choose who takes over the cases',
        },
      },
    },
  ),
};
