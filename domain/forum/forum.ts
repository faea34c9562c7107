import { instantAt } from '../calendar';
import type { Answer, Answers, Faults, FileAnswer } from '../forms/types';

/** A dialogue forum as its announcement describes it (002, section 3). */
export interface Forum {
  title: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** `HH:MM` in Stockholm. */
  begins: string;
  ends: string;
  /** Where one goes, or the address that one opens; one of them at least. */
  place: string;
  link: string;
  agenda: string;
  /** Languages that are spoken or interpreted. */
  languages: string;
  /** What there is for whoever needs it: level access, hearing loop. */
  access: string;
  /** Non-discrimination is one of its themes. */
  nonDiscrimination: boolean;
  facilitator: string;
  kind: ForumKind;
  /** The case of the first agreement that it is part of: whoever is invited to that is invited to it. */
  within: string | null;
  /** Whether one can say beforehand that one comes. */
  registration: boolean;
}

/** A dialogue forum of an agreement, or a meeting or a workshop on the way to the first one (001). */
export const forumKinds = ['forum', 'meeting', 'workshop'] as const;
export type ForumKind = (typeof forumKinds)[number];

/** What a meeting is part of, as an answer in a form: its kind and the case. */
export function occasionOf(kind: ForumKind, caseId: string): string {
  return `${kind}:${caseId}`;
}

function readOccasion(answer: string): Pick<Forum, 'kind' | 'within'> {
  const [kind, caseId] = answer.split(':');
  const known = forumKinds.find((each) => each === kind);
  return known && caseId ? { kind: known, within: caseId } : { kind: 'forum', within: null };
}

const textIn = (answers: Answers, id: string): string => asText(answers[id]);

function asText(answer: Answer | undefined): string {
  return typeof answer === 'string' ? answer : '';
}

/** What the announcement of a forum says. */
export function forumOf(answers: Answers): Forum {
  const text = (id: string) => textIn(answers, id);
  return {
    title: text('title'),
    day: text('day'),
    begins: text('begins'),
    ends: text('ends'),
    place: text('place'),
    link: text('link'),
    agenda: text('agenda'),
    languages: text('languages'),
    access: text('access'),
    nonDiscrimination: answers['nonDiscrimination'] === true,
    facilitator: text('facilitator'),
    ...readOccasion(text('occasion')),
    registration: answers['withoutRegistration'] !== true,
  };
}

/** When a forum begins and ends. */
export function timesOf({ day, begins, ends }: Pick<Forum, 'day' | 'begins' | 'ends'>): {
  beginsAt: Date;
  endsAt: Date;
} {
  return { beginsAt: instantAt(day, begins), endsAt: instantAt(day, ends) };
}

/** What was said and decided at a forum. */
export interface ForumNotes {
  attended: string;
  notes: string;
  decisions: readonly { decision: string; who: string }[];
  /** What was said about non-discrimination. */
  nonDiscrimination: string;
  presentations: readonly FileAnswer[];
}

export function notesOf(answers: Answers): ForumNotes {
  const decisions = (answers['decisions'] ?? []) as readonly Answers[];
  return {
    attended: textIn(answers, 'attended'),
    notes: textIn(answers, 'notes'),
    decisions: decisions.map((each) => ({
      decision: textIn(each, 'decision'),
      who: textIn(each, 'who'),
    })),
    nonDiscrimination: textIn(answers, 'nonDiscrimination'),
    presentations: (answers['presentations'] ?? []) as readonly FileAnswer[],
  };
}

/** What the form cannot see by itself: a forum is still to come (`today` is `YYYY-MM-DD`), and ends after it begins. */
export function forumFaults(answers: Answers, today: string): Faults {
  const { day, begins, ends } = forumOf(answers);
  return {
    ...(day < today && { day: 'meetingPast' }),
    ...(ends <= begins && { ends: 'endsBeforeItBegins' }),
  };
}

/** A forum is still to come, or going on; it has been; or somebody has called it off before that. */
export type ForumState = 'coming' | 'held' | 'cancelled';

export function forumState(
  forum: Forum,
  { ended, now }: { ended: boolean; now: Date },
): ForumState {
  if (ended) return 'cancelled';
  return now < timesOf(forum).endsAt ? 'coming' : 'held';
}
