import { groupsOn } from '../../database/repositories/group.repository';
import { tasksOfCase } from '../../database/repositories/task.repository';
import { stockholmDate } from '../../domain/calendar';
import { groupSides, type GroupMember, type GroupSide } from '../../domain/groups/member';
import { askedIn, nobodySits } from '../../domain/groups/seats';
import type { TaskKind } from '../../domain/process';
import type { Source } from './make-document';

type GroupSource = Pick<Source, 'tx' | 'municipality' | 'found'>;

/** A group as a document names it. */
export interface GroupThatDay {
  name: string;
  /** `YYYY-MM-DD` */
  day: string;
  /** Each with whom they sit for, in the order of their seats. */
  members: readonly string[];
  /** The same people by the side they sit on; a side with nobody is left out. */
  sides: readonly { side: GroupSide; members: readonly SeatedThatDay[] }[];
}

/** Somebody who sat in a group on a day. */
export interface SeatedThatDay {
  name: string;
  /** The organisation or office that they sit for; empty for none. */
  represents: string;
  /** Sat there for a member whose seat was vacant. */
  substitute: boolean;
}

/** Who sat in the group that a question of the case's process is put to, on the day of an instant. */
export async function groupThatDay(
  { tx, municipality, found }: GroupSource,
  kind: string,
  at: Date,
): Promise<GroupThatDay | undefined> {
  const asks = municipality.processes[found.process]?.tasks[kind]?.asks;
  if (!asks || !('group' in asks)) return undefined;
  const group = municipality.groups?.[asks.group];
  if (!group) return undefined;
  const day = stockholmDate(at);
  const sitting = askedIn((await groupsOn(tx, municipality.id, day))[asks.group] ?? nobodySits);
  const members = sitting.map(({ name, represents }) =>
    represents === '' ? name : `${name} (${represents})`,
  );
  return { name: group.name[found.language], day, members, sides: bySide(sitting) };
}

/**
 * Who sat in the group on the day on which something that was written was put before it: the first question
 * of a kind that was asked since, and before it was written anew. Undefined where no group was asked.
 */
export async function groupAskedAbout(
  source: GroupSource,
  kind: TaskKind,
  { since, until }: { since: Date; until: Date | undefined },
): Promise<GroupThatDay | undefined> {
  const tasks = await tasksOfCase(source.tx, source.municipality.id, source.found.id);
  const asked = tasks
    .filter((task) => task.kind === kind)
    .map(({ opened_at: openedAt }) => openedAt)
    .filter((at) => at >= since && (until === undefined || at < until))
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
  return asked && groupThatDay(source, kind, asked);
}

function bySide(sitting: readonly GroupMember[]): GroupThatDay['sides'] {
  return groupSides.flatMap((side) => {
    const members = sitting
      .filter((member) => member.side === side)
      .map(({ name, represents, role }) => ({
        ...{ name, represents, substitute: role === 'substitute' },
      }));
    return members.length === 0 ? [] : [{ side, members }];
  });
}
