import type { Forum } from '../../../domain/forum/forum';
import { inlineText } from '../inline-text';
import { longDate, shortDate } from './dates';
import { frameOf, mailTexts, valuesOf, type LetterContent, type LetterParameters } from './letter';

/** A letter about a dialogue forum. */
export type ForumParameters = LetterParameters & { forum: Forum };

type ForumLetter =
  | 'forumInvitation'
  | 'forumChanged'
  | 'forumReminder'
  | 'forumCancelled'
  | 'forumRegistered'
  | 'forumNotes';

/** Who reads these is about to go there; the others need to know no more than that it was. */
const withFacts: readonly ForumLetter[] = ['forumInvitation', 'forumChanged', 'forumReminder'];

function forumLetter(name: ForumLetter): (parameters: ForumParameters) => LetterContent {
  return (parameters) => {
    const t = mailTexts(parameters);
    const values = { ...valuesOf(parameters), ...valuesOfForum(parameters) };
    const facts = name === 'forumRegistered' ? whenAndWhere(parameters) : [];
    return {
      ...frameOf(parameters),
      // Anybody can give anybody's address: what they call the reader is not said to them.
      ...(name === 'forumRegistered' && { greeting: t('greetingShared') }),
      subject: t(`${name}.subject`, values),
      preheader: t(`${name}.preheader`, values),
      why: isInvitedFirst(name, parameters)
        ? t('forumInvitation.whyFirst', values)
        : t(`${name}.why`, values),
      paragraphs: [
        t(`${name}.state`, values),
        ...(withFacts.includes(name) ? allFacts(parameters) : facts),
        isOpen(name, parameters) ? t('forumInvitation.moreOpen') : t(`${name}.more`, values),
      ],
      action: {
        label: isOpen(name, parameters) ? t('forumInvitation.actionOpen') : t(`${name}.action`),
        url: parameters.url,
      },
      otherwise: t(`${name}.otherwise`, values),
    };
  };
}

/** Whoever is invited to a meeting on the way to a first agreement is no party yet. */
function isInvitedFirst(name: ForumLetter, { forum }: ForumParameters): boolean {
  return name === 'forumInvitation' && forum.within !== null;
}

/** An invitation that asks nobody to register. */
function isOpen(name: ForumLetter, { forum }: ForumParameters): boolean {
  return name === 'forumInvitation' && !forum.registration;
}

function valuesOfForum(parameters: ForumParameters) {
  const { forum, language } = parameters;
  const { title, day, begins, ends, kind } = forum;
  const t = mailTexts(parameters);
  const days = { date: shortDate(day, language), day: longDate(day, language) };
  return {
    ...{ ...days, begins, ends, title: inlineText(title) },
    ...{ event: t(`forumWords.${kind}.event`), anEvent: t(`forumWords.${kind}.anEvent`) },
    theEvent: t(`forumWords.${kind}.theEvent`),
  };
}

function whenAndWhere(parameters: ForumParameters): string[] {
  const { place, link: address } = parameters.forum;
  const t = mailTexts(parameters);
  return [
    t('forumFacts.when', valuesOfForum(parameters)),
    ...(place === '' ? [] : [t('forumFacts.where', { place })]),
    ...(address === '' ? [] : [t('forumFacts.online', { address })]),
  ];
}

function allFacts(parameters: ForumParameters): string[] {
  const { languages, access, agenda } = parameters.forum;
  const t = mailTexts(parameters);
  return [
    ...whenAndWhere(parameters),
    ...(languages === '' ? [] : [t('forumFacts.languages', { languages })]),
    ...(access === '' ? [] : [t('forumFacts.access', { access: inlineText(access) })]),
    t('forumFacts.agenda'),
    ...agenda.split('\n').filter((line) => line.trim() !== ''),
  ];
}

/** To every party, office and company, or whoever is invited to a first agreement: a dialogue forum is to be held; a calendar file is attached. */
export const forumInvitation = forumLetter('forumInvitation');
/** To the same, and to who has registered: the announcement is another now. */
export const forumChanged = forumLetter('forumChanged');
export const forumReminder = forumLetter('forumReminder');
export const forumCancelled = forumLetter('forumCancelled');
/** To somebody who has registered. */
export const forumRegistered = forumLetter('forumRegistered');
/** To everybody, afterwards; the notes are attached. */
export const forumNotes = forumLetter('forumNotes');
