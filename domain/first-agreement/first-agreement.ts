import type { Answers, Faults, FileAnswer } from '../forms/types';
import { languages, type Language } from '../language';
import { reachedAt } from '../signatories';

/** Who decided that a first agreement is to be made, and what (001). */
export interface FirstAgreement {
  title: string;
  body: string;
  /** `YYYY-MM-DD` */
  decidedOn: string;
  /** Of the minutes; empty where there is none. */
  paragraph: string;
  commission: string;
  contactName: string;
  contactEmail: string;
  /** Until when the survey is thought to be open; empty where nobody has said. */
  surveyUntil: string;
}

/** An organisation that is to be invited. */
export interface Invited {
  name: string;
  /** Empty where they have none and `postal` says where letters go. */
  email: string;
  postal?: string;
  language: Language;
}

/** A draft as it is handed over: its text, or a file that has it. */
export interface Draft {
  summary: string;
  /** How what was said has been met. */
  met: string;
  text: string | null;
  file: FileAnswer | null;
}

const textIn = (answers: Answers, id: string): string => {
  const answer = answers[id];
  return typeof answer === 'string' ? answer : '';
};

/** What the case began with. */
export function firstAgreementOf(answers: Answers): FirstAgreement {
  const text = (id: string) => textIn(answers, id);
  return {
    title: text('title'),
    body: text('body'),
    decidedOn: text('decidedOn'),
    paragraph: text('paragraph'),
    commission: text('commission'),
    contactName: text('contactName'),
    contactEmail: text('contactEmail'),
    surveyUntil: text('surveyUntil'),
  };
}

/** Who is to be invited, written to in `usual` where the form does not say in which language. */
export function organisationsOf(answers: Answers, usual: Language): Invited[] {
  return itemsIn(answers).map((item) => ({
    name: textIn(item, 'name'),
    ...reachedAt(textIn(item, 'email'), textIn(item, 'postal') || undefined),
    language: languages.find((each) => each === item['language']) ?? usual,
  }));
}

function itemsIn(answers: Answers): readonly Answers[] {
  return (answers['organisations'] ?? []) as readonly Answers[];
}

/** The day that an answer says, `YYYY-MM-DD`: the survey's last one, or that of the draft. */
export function dayIn(answers: Answers, id: 'lastDay' | 'draftDay'): string {
  return textIn(answers, id);
}

/** What the handing over says. */
export function draftOf(answers: Answers): Draft {
  const [file = null] = (answers['draft'] ?? []) as readonly FileAnswer[];
  return {
    summary: textIn(answers, 'summary'),
    met: textIn(answers, 'met'),
    text: textIn(answers, 'text') || null,
    file,
  };
}

/** Whether it is still worked on: nobody has ended it, and no draft has been handed over. */
export function isUnderWay({
  state,
  ending,
  closed_at: closedAt,
}: {
  state: string;
  ending: string | null;
  closed_at: Date | null;
}): boolean {
  return closedAt === null && ending === null && state !== 'completed';
}

/** What the form that begins it cannot see by itself: the decision has been taken, and nobody is invited twice. */
export function beginningFaults(answers: Answers, today: string): Faults {
  const { decidedOn, surveyUntil } = firstAgreementOf(answers);
  const addresses = itemsIn(answers).map((item) => textIn(item, 'email').toLowerCase());
  const isRepeated = addresses.map((email, i) => email !== '' && addresses.indexOf(email) < i);
  const repeated = isRepeated.flatMap((is, i) => (is ? [`organisations.${i}.email`] : []));
  return {
    ...(decidedOn > today && { decidedOn: 'dayAhead' as const }),
    ...(surveyUntil !== '' && surveyUntil <= today && { surveyUntil: 'dayBehind' as const }),
    ...Object.fromEntries(repeated.map((path) => [path, 'emailRepeated' as const])),
  };
}

/** What the forms of its steps cannot see by themselves, by the kind of the question. */
export function stepFaults(kind: string, answers: Answers, today: string): Faults {
  const days = { openSurvey: 'lastDay', closeWorkshops: 'draftDay' } as const;
  if (kind === 'openSurvey' || kind === 'closeWorkshops') {
    const id = days[kind];
    return textIn(answers, id) <= today ? { [id]: 'dayBehind' } : {};
  }
  if (kind !== 'handOver') return {};
  const { text, file } = draftOf(answers);
  return text === null && file === null ? { draft: 'unreachable' } : {};
}
