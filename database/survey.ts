import { endOfDay } from '../domain/calendar';
import {
  compileSurvey,
  type Compilation,
  type SurveyAnswer,
} from '../domain/first-agreement/compilation';
import type { Tx } from './database';
import type { Case } from './repositories/case.repository';
import { answersOf, collectionsOf, type Collection } from './repositories/collection.repository';
import { openAnswersTo } from './repositories/first-agreement.repository';

/** A survey with what has been answered so far. */
export interface Survey {
  collection: Collection;
  compilation: Compilation;
}

/** The survey of the way to a first agreement; undefined before it has opened. */
export async function surveyOf(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Pick<Case, 'municipality_id' | 'id'>,
): Promise<Survey | undefined> {
  const collections = await collectionsOf(tx, municipalityId, caseId);
  const collection = collections.find(({ kind }) => kind === 'survey');
  if (!collection) return undefined;
  const asked = await answersOf(tx, municipalityId, { caseId, key: collection.step_key });
  const open = await openAnswersTo(tx, municipalityId, caseId);
  const compilation = compileSurvey({
    asked: asked.length,
    invited: asked.flatMap(({ name, answers, answered_at: at, deadline }): SurveyAnswer[] => {
      const late = at !== null && deadline !== null && at >= endOfDay(deadline);
      return answers ? [{ who: name, late, answers }] : [];
    }),
    others: open.map(({ answers }) => {
      const { who } = answers;
      return { who: typeof who === 'string' ? who : null, late: false, answers };
    }),
  });
  return { collection, compilation };
}
