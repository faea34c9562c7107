import type { Language } from '../language';
import type { RespondentKind } from './respondent';
import type { Verdict } from './verdicts';

/** The words in which the follow-up's form speaks to one kind of respondent. */
export interface FormWords {
  title: string;
  intro: string;
  send: string;
  lowest: string;
  highest: string;
  cannotSay: string;
  own: (principle: string) => string;
  other: (principle: string) => string;
  ownMissing: (principle: string) => string;
  otherMissing: (principle: string) => string;
  comment: (principle: string) => string;
  single: (principle: string) => string;
  singleConfirmed: string;
  commitment: (number: number, text: string) => string;
  commitmentComment: (number: number) => string;
  verdicts: Record<Verdict, string>;
  mattersPage: string;
  matters: GroupWords;
  theme: string;
  themeMissing: string;
  matter: string;
  matterHelp: string;
  matterMissing: string;
  aheadPage: string;
  proposals: GroupWords;
  proposal: string;
  proposalMissing: string;
  why: string;
}

interface GroupWords {
  label: string;
  help: string;
  item: string;
  add: string;
  remove: string;
}

/** A title inside a sentence; one that begins with an abbreviation stays as it is. */
function inSentence(title: string): string {
  return /^\p{Lu}\p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

const swedishSubjects: Record<RespondentKind, { own: string; other: string }> = {
  organisation: { own: 'er organisation', other: 'kommunen' },
  office: { own: 'ert kontor', other: 'den idéburna sektorn' },
  company: { own: 'ert bolag', other: 'den idéburna sektorn' },
};

const englishSubjects: Record<RespondentKind, { own: string; other: string }> = {
  organisation: { own: 'your organisation', other: 'the municipality' },
  office: { own: 'your office', other: 'the civil society sector' },
  company: { own: 'your company', other: 'the civil society sector' },
};

function swedish(kind: RespondentKind): FormWords {
  const { own, other } = swedishSubjects[kind];
  return {
    title: 'Årets uppföljning av överenskommelsen',
    intro: `Berätta hur samarbetet har fungerat det senaste året. Det tar ungefär tio minuter. Ni sätter betyg från 1 till 5 på ${own} och på ${other}, och skriver kommentarer om ni vill. Svaren blir allmänna handlingar: alla kan be att få läsa dem. I rapporten står kommentarerna med vilken sida de kommer från, men utan namn.`,
    send: 'Skicka svaren',
    lowest: 'Inte alls',
    highest: 'Helt och hållet',
    cannotSay: 'Kan inte säga',
    own: (principle) => `Hur väl lever ${own} upp till principen om ${inSentence(principle)}?`,
    other: (principle) => `Hur väl lever ${other} upp till principen om ${inSentence(principle)}?`,
    ownMissing: (principle) =>
      `Välj en siffra för ${own} och ${inSentence(principle)}, eller att ni inte kan säga`,
    otherMissing: (principle) =>
      `Välj en siffra för ${other} och ${inSentence(principle)}, eller att ni inte kan säga`,
    comment: (principle) => `Kommentar om ${inSentence(principle)}`,
    single: (principle) =>
      `Vi vill säga något om enskilda åtaganden under ${inSentence(principle)}`,
    singleConfirmed: 'Ja',
    commitment: (number, text) => `Åtagande ${number}: ${text}`,
    commitmentComment: (number) => `Kommentar till åtagande ${number}`,
    verdicts: {
      kept: 'Det hålls',
      partly: 'Det hålls delvis',
      notKept: 'Det hålls inte',
      cannotSay: 'Kan inte säga',
    },
    mattersPage: 'Klagomål och oklarheter',
    matters: {
      label: 'Är det något ni vill klaga på eller få klarhet i?',
      help: 'Kontaktpunkten svarar er skriftligt på varje fråga. Har ni inget att ta upp går ni bara vidare.',
      item: 'Fråga',
      add: 'Lägg till en fråga',
      remove: 'Ta bort fråga',
    },
    theme: 'Vad gäller det?',
    themeMissing: 'Välj vad frågan gäller',
    matter: 'Vad har hänt, eller vad är oklart?',
    matterHelp: 'Skriv inte om enskilda personers hälsa eller privatliv.',
    matterMissing: 'Skriv vad som har hänt eller vad som är oklart',
    aheadPage: 'Framåt',
    proposals: {
      label: 'Vad borde vi samarbeta om nästa år?',
      help: 'Förslagen blir underlag när årets fokusområden väljs.',
      item: 'Förslag',
      add: 'Lägg till ett förslag',
      remove: 'Ta bort förslag',
    },
    proposal: 'Fokusområde',
    proposalMissing: 'Skriv vilket fokusområde ni föreslår',
    why: 'Varför är det viktigt?',
  };
}

function english(kind: RespondentKind): FormWords {
  const { own, other } = englishSubjects[kind];
  return {
    title: 'This year’s follow-up of the agreement',
    intro: `Tell us how the cooperation has worked over the past year. It takes about ten minutes. You rate ${own} and ${other} from 1 to 5, and comment if you wish. The answers become public records: anybody may ask to read them. In the report comments stand with the side they come from, but without names.`,
    send: 'Send the answers',
    lowest: 'Not at all',
    highest: 'Entirely',
    cannotSay: 'Cannot say',
    own: (principle) =>
      `How well does ${own} live up to the principle of ${inSentence(principle)}?`,
    other: (principle) =>
      `How well does ${other} live up to the principle of ${inSentence(principle)}?`,
    ownMissing: (principle) =>
      `Choose a number for ${own} and ${inSentence(principle)}, or that you cannot say`,
    otherMissing: (principle) =>
      `Choose a number for ${other} and ${inSentence(principle)}, or that you cannot say`,
    comment: (principle) => `Comment on ${inSentence(principle)}`,
    single: (principle) =>
      `We want to say something about single commitments under ${inSentence(principle)}`,
    singleConfirmed: 'Yes',
    commitment: (number, text) => `Commitment ${number}: ${text}`,
    commitmentComment: (number) => `Comment on commitment ${number}`,
    verdicts: {
      kept: 'It is kept',
      partly: 'It is partly kept',
      notKept: 'It is not kept',
      cannotSay: 'Cannot say',
    },
    mattersPage: 'Complaints and unclear matters',
    matters: {
      label: 'Is there something you want to complain about, or have made clear?',
      help: 'The contact point answers each matter in writing. If you have none, just go on.',
      item: 'Matter',
      add: 'Add a matter',
      remove: 'Remove matter',
    },
    theme: 'What is it about?',
    themeMissing: 'Choose what the matter is about',
    matter: 'What has happened, or what is unclear?',
    matterHelp: 'Do not write about the health or private life of single persons.',
    matterMissing: 'Write what has happened or what is unclear',
    aheadPage: 'Looking ahead',
    proposals: {
      label: 'What should we work on together next year?',
      help: 'The year’s focus areas are chosen among the proposals.',
      item: 'Proposal',
      add: 'Add a proposal',
      remove: 'Remove proposal',
    },
    proposal: 'Focus area',
    proposalMissing: 'Write which focus area you propose',
    why: 'Why does it matter?',
  };
}

/** The form's words in a language, to one kind of respondent. */
export function formWords(kind: RespondentKind, language: Language): FormWords {
  return language === 'sv' ? swedish(kind) : english(kind);
}
