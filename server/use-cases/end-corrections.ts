import type { Tx } from '../../database/database';
import { getCase } from '../../database/repositories/case.repository';
import {
  endingsOf,
  movedBy,
  sinceItEnded,
  type Ending,
} from '../../database/repositories/committee-ending.repository';
import type { Committee } from '../../database/repositories/committee.repository';
import type { CommitteeCorrectionView } from '../../domain/api/desk';
import type { Language } from '../../domain/language';

type EndCorrection = Pick<CommitteeCorrectionView, 'what' | 'before' | 'after' | 'matters'> & {
  said: Ending;
};

interface Reading {
  body: Committee;
  bodies: readonly Committee[];
  language: Language;
}

/** What was wrong about a body's end, and where the matters are that had gone to another body by it. */
export async function endCorrectionsOf(tx: Tx, reading: Reading): Promise<EndCorrection[]> {
  const { municipality_id: municipalityId, id } = reading.body;
  const endings = await endingsOf(tx, municipalityId, id);
  const found: EndCorrection[] = [];
  for (const said of endings) {
    const wrong = endings.find((each) => each.id === said.corrects);
    if (!wrong || (said.how !== 'struck' && said.how !== 'corrected')) continue;
    const [before, after] = [wrong, said].map((each) => worded(each, reading));
    const isMoved = said.how === 'struck' || said.successor !== wrong.successor;
    const isOther = isMoved && wrong.successor !== null;
    found.push({
      said,
      what: said.how === 'struck' ? 'endStruck' : isOther ? 'endTo' : 'end',
      before: before ?? null,
      after: said.how === 'struck' ? null : (after ?? null),
      matters: isMoved ? await mattersOf(tx, reading, said, sinceItEnded(endings, wrong)) : [],
    });
  }
  return found;
}

function worded({ ended_on: day, successor }: Ending, reading: Reading) {
  return { name: successor === null ? '' : nameOf(successor, reading), day };
}

function nameOf(id: string, { bodies, language }: Reading): string {
  return bodies.find((each) => each.id === id)?.name[language] ?? id;
}

/** Where the matters are that a wrong record had given away: moved by its correction, or left where they were. */
async function mattersOf(
  tx: Tx,
  reading: Reading,
  said: Ending,
  before: readonly Ending[],
): Promise<CommitteeCorrectionView['matters']> {
  const { municipality_id: municipalityId, id } = reading.body;
  const went = said.how === 'struck' ? id : (said.successor ?? id);
  const chain = before.map((each) => each.id);
  const matters: CommitteeCorrectionView['matters'] = [];
  for (const { matter, by } of await movedBy(tx, municipalityId, chain)) {
    if (matter.case_id === null) continue;
    const { number } = await getCase(tx, municipalityId, matter.case_id);
    const moved = by.includes(said.id);
    const committee = nameOf(moved ? went : matter.committee, reading);
    matters.push({ caseId: matter.case_id, number, moved, committee });
  }
  return matters;
}
