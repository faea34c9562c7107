import { dayAfter, noonOf } from '../calendar';
import type { GroupMember } from './member';

/** How long before a term ends it is said. */
export const noticeDays = 60;

/** A term with the last day that the contact point has been told of. */
export type ToldTerm = GroupMember & { endTold: string | null };

/** Terms that end within the days of notice, and that nobody has been named to take over. */
export function endingTerms<M extends GroupMember>(members: readonly M[], today: string): M[] {
  const latest = dayAfter(noonOf(today), noticeDays);
  return members
    .filter(({ to }) => to !== null && today <= to && to <= latest)
    .filter(({ id }) => members.every(({ replaces }) => replaces !== id))
    .toSorted((a, b) => (a.to ?? '').localeCompare(b.to ?? ''));
}

/** Those of them that the contact point has not been told of. */
export function termsToTell<M extends ToldTerm>(members: readonly M[], today: string): M[] {
  return endingTerms(members, today).filter(({ to, endTold }) => endTold !== to);
}

/** The next day (`YYYY-MM-DD`) after today on which there is something to tell, as it is known today. */
export function nextNotice(members: readonly ToldTerm[], today: string): string | undefined {
  return members
    .flatMap(({ to, endTold }) =>
      to === null || endTold === to ? [] : [dayAfter(noonOf(to), -noticeDays)],
    )
    .filter((day) => day > today)
    .sort()[0];
}
