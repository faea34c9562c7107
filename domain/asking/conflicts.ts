import { askedIn, nobodySits } from '../groups/seats';
import type { Contact, Municipality, TaskConfiguration } from '../municipality';
import type { TaskKind } from '../process';
import { address, type GroupsOfDay, type MunicipalRole } from './stand-ins';

/** Whose question each kind is when it is the municipality's own. */
const askedRole: Partial<Record<string, MunicipalRole>> = {
  check: 'caseOfficer',
  consult: 'reviewer',
  review: 'caseOfficer',
  countersign: 'countersigner',
  lapse: 'caseOfficer',
  settle: 'caseOfficer',
} satisfies Partial<Record<TaskKind, MunicipalRole>>;

/** Somebody at the municipality whom an application names, and what they would have been asked. */
export interface ConflictOfInterest {
  name: string;
  kinds: string[];
}

/** Who will not be asked in a case, because its application names them (KL 6:28). */
export function conflictsOfInterest(
  municipality: Municipality,
  process: string,
  { named, groups }: { named: ReadonlySet<string>; groups: GroupsOfDay },
): ConflictOfInterest[] {
  const found = new Map<string, ConflictOfInterest>();
  for (const [kind, task] of Object.entries(municipality.processes[process]?.tasks ?? {})) {
    if (!askedRole[kind]) continue;
    for (const { name, email } of peopleAsked(municipality, task, groups)) {
      if (!named.has(address(email))) continue;
      const known = found.get(address(email)) ?? { name, kinds: [] };
      found.set(address(email), { ...known, kinds: [...known.kinds, kind] });
    }
  }
  return [...found.values()];
}

function peopleAsked(
  municipality: Municipality,
  { asks }: TaskConfiguration,
  groups: GroupsOfDay,
): readonly Contact[] {
  if (!asks) return [municipality.caseOfficer];
  if ('role' in asks) return [municipality[asks.role]];
  if ('person' in asks) return [asks.person];
  return askedIn(groups[asks.group] ?? nobodySits);
}
