import { formatDate } from '../../../domain/format';
import type { Forum, ForumNotes } from '../../../domain/forum/forum';
import type { Block, DocumentContent } from '../content';
import {
  caseFrame,
  documentTexts,
  heading,
  paragraph,
  paragraphs,
  type DocumentInput,
} from './frame';

export interface ForumNotesInput extends DocumentInput {
  number: string;
  forum: Forum;
  notes: ForumNotes;
  /** The page of the forum. */
  url: string;
}

/** What was said and decided at a dialogue forum, for everybody. */
export function composeForumNotes(input: ForumNotesInput): DocumentContent {
  const { number, language, forum, notes } = input;
  const t = documentTexts(input);
  const { title, day, begins, ends, agenda, kind } = forum;
  const held = { day: formatDate(day, language), begins, ends };
  return {
    ...caseFrame(input, { number, dated: input.createdAt }),
    title: t(`forumNotes.titles.${kind}`, { title }),
    blocks: [
      paragraph(t('forumNotes.held', held)),
      { kind: 'facts', rows: facts(input) },
      heading(2, t('forumNotes.agenda')),
      ...paragraphs(agenda),
      heading(2, t('forumNotes.said')),
      ...paragraphs(notes.notes),
      ...decided(input),
      ...(notes.nonDiscrimination === ''
        ? []
        : [heading(2, t('forumNotes.nonDiscrimination')), ...paragraphs(notes.nonDiscrimination)]),
      ...presentations(input),
    ],
    attachment: {
      name: 'forum-notes.json',
      description: t('forumNotes.attachment'),
      data: { number, forum, notes },
    },
  };
}

function facts(input: ForumNotesInput): { label: string; value: string }[] {
  const t = documentTexts(input);
  const { forum, notes } = input;
  return [
    { label: t('forumNotes.place'), value: forum.place },
    { label: t('forumNotes.online'), value: forum.link },
    { label: t('forumNotes.facilitator'), value: forum.facilitator },
    { label: t('forumNotes.attended'), value: notes.attended },
  ].filter(({ value }) => value !== '');
}

function decided(input: ForumNotesInput): Block[] {
  const t = documentTexts(input);
  const { decisions } = input.notes;
  const table: Block = {
    kind: 'table',
    header: [t('forumNotes.decision'), t('forumNotes.who')],
    rows: decisions.map(({ decision, who }) => [decision, who]),
  };
  return [
    heading(2, t('forumNotes.decided')),
    decisions.length > 0 ? table : paragraph(t('forumNotes.nothingDecided')),
  ];
}

function presentations(input: ForumNotesInput): Block[] {
  const t = documentTexts(input);
  const files = input.notes.presentations;
  if (files.length === 0) return [];
  return [
    heading(2, t('forumNotes.presentations')),
    paragraph(t('forumNotes.presentationsText')),
    { kind: 'link', url: input.url },
    { kind: 'list', items: files.map(({ name }) => name) },
  ];
}
