import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Contact } from '../municipality';
import { timesOf, type Forum } from './forum';

/** What a calendar is told of a forum. */
export interface CalendarEntry {
  /** Of its case: the same for every version, so that a newer one replaces an older one. */
  id: string;
  forum: Forum;
  /** Which version of the announcement, from 1. */
  version: number;
  cancelled: boolean;
  /** Where everybody can read of it. */
  url: string;
  organiser: Contact;
  /** When it was said. */
  at: Date;
}

/**
 * A forum as a calendar file (RFC 5545). It is published, not requested: no calendar asks its owner to
 * answer, as nobody has to register.
 */
export function calendarFile(entry: CalendarEntry): string {
  const { id, forum, version, cancelled, url, organiser, at } = entry;
  const { beginsAt, endsAt } = timesOf(forum);
  const calendar = ical({
    prodId: { company: 'samverkan', product: 'dialogue-forum' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@${organiser.email.split('@')[1] ?? ''}`,
    // Above every version there can be.
    sequence: cancelled ? version : version - 1,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: at,
    start: beginsAt,
    end: endsAt,
    summary: forum.title,
    description: forum.agenda,
    location: forum.place || forum.link,
    organizer: { name: organiser.name, email: organiser.email },
    url,
  });
  return calendar.toString();
}
