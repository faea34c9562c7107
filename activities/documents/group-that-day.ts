import { groupsOn } from '../../database/repositories/group.repository';
import { stockholmDate } from '../../domain/calendar';
import { askedIn, nobodySits } from '../../domain/groups/seats';
import type { Source } from './make-document';

/** A group as a document names it. */
export interface GroupThatDay {
  name: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** Each with whom they sit for, in the order of their seats. */
  members: readonly string[];
}

/** Who sat in the group that a question of the case's process is put to, on the day of an instant. */
export async function groupThatDay(
  { tx, municipality, found }: Pick<Source, 'tx' | 'municipality' | 'found'>,
  kind: string,
  at: Date,
): Promise<GroupThatDay | undefined> {
  const asks = municipality.processes[found.process]?.tasks[kind]?.asks;
  if (!asks || !('group' in asks)) return undefined;
  const group = municipality.groups?.[asks.group];
  if (!group) return undefined;
  const day = stockholmDate(at);
  const sitting = (await groupsOn(tx, municipality.id, day))[asks.group] ?? nobodySits;
  const members = askedIn(sitting).map(({ name, represents }) =>
    represents === '' ? name : `${name} (${represents})`,
  );
  return { name: group.name[found.language], day, members };
}
