import type { Tx } from '../../database/database';
import { allMembers, type Member } from '../../database/repositories/committee-member.repository';
import type { CommitteeName } from '../../database/repositories/committee-name.repository';
import type { Committee } from '../../database/repositories/committee.repository';
import { officialNames } from '../../database/repositories/official.repository';
import type { CommitteeCorrectionView } from '../../domain/api/desk';
import { stockholmDate } from '../../domain/calendar';
import type { Language } from '../../domain/language';
import { endCorrectionsOf } from './end-corrections';

/** What a later record of a body keeps about itself. */
interface Said {
  id: string;
  at: Date | null;
  recorded_by: string | null;
  reason: string | null;
}
type Worded = Pick<CommitteeCorrectionView, 'what' | 'before' | 'after'>;

interface Register {
  /** Every name there was of the body. */
  names: readonly CommitteeName[];
  bodies: readonly Committee[];
  language: Language;
}

/** What has been put right about a body, latest first, by whom and why. */
export async function correctionsOf(
  tx: Tx,
  body: Committee,
  { names, bodies, language }: Register,
): Promise<CommitteeCorrectionView[]> {
  const { municipality_id: municipalityId, id } = body;
  const members = await allMembers(tx, municipalityId);
  const all = [
    ...names.flatMap((name) => correctedName(name, names, language)),
    ...members.flatMap((member) => correctedMember(member, { members, bodies, id, language })),
    ...(await endCorrectionsOf(tx, { body, bodies, language })),
  ];
  const time = ({ said: { at } }: (typeof all)[number]) => at?.getTime() ?? 0;
  const subjects = [...new Set(all.flatMap(({ said }) => said.recorded_by ?? []))];
  const officials = await officialNames(tx, municipalityId, subjects);
  return all
    .sort((a, b) => time(b) - time(a))
    .map(({ said, ...worded }) => ({
      ...{ matters: [], ...worded },
      id: said.id,
      on: said.at && stockholmDate(said.at),
      by: officials.get(said.recorded_by ?? '') ?? null,
      reason: said.reason ?? '',
    }));
}

function correctedName(
  said: CommitteeName,
  names: readonly CommitteeName[],
  language: Language,
): (Worded & { said: Said })[] {
  const wrong = names.find(({ id }) => id === said.corrects);
  if (!wrong) return [];
  const worded = ({ name, from_day: day }: CommitteeName) => ({ name: name[language], day });
  return said.struck
    ? [{ said, what: 'nameStruck', before: worded(wrong), after: null }]
    : [{ said, what: 'name', before: worded(wrong), after: worded(said) }];
}

/** Of a member nothing is told that is not right: what was wrong may be about somebody else. */
function correctedMember(
  said: Member,
  {
    members,
    bodies,
    id: own,
    language,
  }: Pick<Register, 'bodies' | 'language'> & { members: readonly Member[]; id: string },
): (Worded & { said: Said })[] {
  const wrong = members.find(({ id }) => id === said.corrects);
  if (!wrong || said.how === 'ended') return [];
  if (![said.committee, wrong.committee].includes(own)) return [];
  if (said.how === 'struck') return [{ said, what: 'memberStruck', before: null, after: null }];
  if (said.committee !== own) {
    const name = bodies.find(({ id }) => id === said.committee)?.name[language] ?? said.committee;
    return [{ said, what: 'memberMoved', before: null, after: { name, day: said.from_day } }];
  }
  const { name } = standsNow(said, members) ?? { name: '' };
  if (name === '') return [];
  return [{ said, what: 'member', before: null, after: { name, day: said.from_day } }];
}

/** A row as it is known now, through what was said of it since; undefined where nobody should have been entered. */
function standsNow(row: Member, members: readonly Member[]): Member | undefined {
  const later = members.find(({ corrects }) => corrects === row.id);
  if (later?.how === 'struck') return undefined;
  return later ? standsNow(later, members) : row;
}
