import type { Tx } from '../../database/database';
import type { Case } from '../../database/repositories/case.repository';
import type { Letter } from '../../database/repositories/letter.repository';
import { applicationsOfCase } from '../../database/repositories/submission.repository';
import { calendarFile } from '../../domain/forum/calendar-file';
import { forumOf, type Forum } from '../../domain/forum/forum';
import type { Municipality } from '../../domain/municipality';
import type { LetterTemplate } from '../../domain/process';
import type { MailAttachment } from './mailer';

/** A forum as it is announced now, and how many times that has changed, from 1. */
export interface Announcement {
  forum: Forum;
  version: number;
}

const withCalendar: readonly string[] = [
  'forumInvitation',
  'forumChanged',
  'forumReminder',
  'forumCancelled',
  'forumRegistered',
] satisfies LetterTemplate[];

export function isAboutForum({ template }: Pick<Letter, 'template'>): boolean {
  return withCalendar.includes(template) || template === 'forumNotes';
}

/** What a letter about a forum tells of. */
export async function announcementOf(
  tx: Tx,
  { municipality_id: municipalityId, id }: Case,
): Promise<Announcement> {
  const versions = await applicationsOfCase(tx, municipalityId, id);
  return { forum: forumOf(versions.at(-1)?.answers ?? {}), version: versions.length };
}

interface About {
  municipality: Municipality;
  letter: Letter;
  announcement: Announcement | undefined;
  url: string;
}

/** The calendar file of a letter that brings one. */
export function calendarOf({ municipality, letter, announcement, url }: About): MailAttachment[] {
  if (!announcement || !withCalendar.includes(letter.template)) return [];
  const cancelled = letter.template === 'forumCancelled';
  const file = calendarFile({
    ...announcement,
    ...{ id: letter.case_id, url, at: letter.created_at, organiser: municipality.contactPoint },
    cancelled,
  });
  const content = Buffer.from(file, 'utf8');
  const method = cancelled ? 'CANCEL' : 'PUBLISH';
  return [
    {
      filename: 'forum.ics',
      content,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    },
  ];
}
