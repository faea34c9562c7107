import type { Tx } from '../../database/database';
import { groupActs, groupTerms } from '../../database/repositories/group.repository';
import type { GroupView } from '../../domain/api/groups';
import { stockholmDate } from '../../domain/calendar';
import { largestQuorum } from '../../domain/groups/quorum';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';

/** The municipality's groups with everybody who sat, sits or is to sit there. */
export async function readGroups(
  tx: Tx,
  municipality: Municipality,
  { language, now }: { language: Language; now: Date },
): Promise<GroupView[]> {
  const terms = await groupTerms(tx, municipality.id);
  const views: GroupView[] = [];
  for (const [id, { name }] of Object.entries(municipality.groups ?? {})) {
    const acts = await groupActs(tx, municipality.id, id);
    views.push({
      ...{ id, name: name[language], quorum: largestQuorum(municipality, id) },
      today: stockholmDate(now),
      members: terms
        .filter(({ group }) => group === id)
        .map(({ group: _group, endTold: _told, ...member }) => member),
      acts: acts.map(({ at, ...act }) => ({ ...act, at: at.toISOString() })),
    });
  }
  return views;
}
