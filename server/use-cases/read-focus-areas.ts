import {
  focusListsOf,
  focusResults,
  type StoredFocusResult,
} from '../../database/repositories/focus.repository';
import type { Tx } from '../../database/database';
import type { FocusAnswer, FocusYear } from '../../domain/api/reports';
import { stockholmDate } from '../../domain/calendar';
import { smallestGroup } from '../../domain/follow-up/small-groups';
import type { Language } from '../../domain/language';
import type { Group, Municipality } from '../../domain/municipality';
import { focusAreas } from '../../domain/processes/focus-areas';
import type { ServerContext } from '../context';

/** The focus areas of all years as everybody may read them. */
export async function readFocusAreas(
  { database }: Pick<ServerContext, 'database'>,
  municipality: Municipality,
  language: Language,
): Promise<FocusAnswer> {
  const { id, followUp } = municipality;
  const group = groupIn(municipality)?.name[language] ?? null;
  return database.transaction(id, async (tx) => {
    const results = await focusResults(tx, id);
    if (results.length === 0 && !followUp?.focusAreas) return { years: null };
    const years: FocusYear[] = [];
    for (const result of results) {
      const { way } = result.content;
      years.push({ ...(await yearOf(tx, result)), group: way === 'group' ? group : null });
    }
    return { years };
  });
}

/** The group that is asked to decide. */
function groupIn({ processes, groups }: Municipality): Group | undefined {
  const asks = processes[focusAreas.name]?.tasks['decideFocus']?.asks;
  return asks && 'group' in asks ? groups?.[asks.group] : undefined;
}

async function yearOf(
  tx: Tx,
  { municipality_id: municipalityId, year, content, decided_at: at }: StoredFocusResult,
): Promise<Omit<FocusYear, 'group'>> {
  const { areas, way, reason, tally } = content;
  return {
    ...{ year, way, reason: reason ?? null, decidedOn: stockholmDate(at) },
    areas: areas.map(({ area, why }) => ({ area, why: why ?? null })),
    votes: tally ? votesIn(tally, await namesOf(tx, municipalityId, year)) : null,
  };
}

type Tally = NonNullable<StoredFocusResult['content']['tally']>;

/** Of fewer than five voters one could tell who voted for what. */
function votesIn(
  { asked, voted, notCounted, votes }: Tally,
  names: ReadonlyMap<string, string>,
): FocusYear['votes'] {
  const shown = votes
    .toSorted((a, b) => b.votes - a.votes)
    .map(({ id, votes: count }) => ({ area: names.get(id) ?? id, votes: count }));
  return { asked, voted, notCounted, areas: voted < smallestGroup ? null : shown };
}

async function namesOf(tx: Tx, municipalityId: string, year: number) {
  const lists = await focusListsOf(tx, municipalityId, year);
  return new Map(
    lists.flatMap(({ content }) => content.areas.map(({ id, area }) => [id, area] as const)),
  );
}
