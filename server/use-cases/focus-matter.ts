import type { Tx } from '../../database/database';
import type { Case } from '../../database/repositories/case.repository';
import { focusListsOf } from '../../database/repositories/focus.repository';
import { latestAnswer, type Submission } from '../../database/repositories/submission.repository';
import type { Task } from '../../database/repositories/task.repository';
import type { TaskView } from '../../domain/api/shapes';
import { longestList } from '../../domain/focus/focus-areas';
import { readFocusReference, shortlistForm } from '../../domain/focus/focus-forms';
import { summarize, type SummarySection } from '../../domain/forms/summary';
import type { Answers } from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { translator } from '../../domain/texts';

interface Reading {
  municipality: Municipality;
  found: Case;
  task: Task;
  language: Language;
}

/**
 * What somebody reads before they choose among focus areas: the contact point's proposal, or how the votes
 * fell. Undefined for every other question, which has the application beside it.
 */
export async function focusMatter(
  tx: Tx,
  { municipality, found, task, language }: Reading,
): Promise<SummarySection[] | undefined> {
  if (task.kind === 'decideFocus') {
    const said = await lastShortlist(tx, found);
    const parts = said && readFocusReference(said.form_reference);
    return parts?.form === 'shortlist'
      ? summarize(shortlistForm(parts), said?.answers ?? {}, language)
      : [];
  }
  if (task.kind !== 'breakTie') return undefined;
  const parts = readFocusReference(task.form_reference);
  if (parts?.form !== 'tie') return [];
  const lists = await focusListsOf(tx, municipality.id, parts.year);
  const tally = lists.find(({ version }) => version === parts.version)?.content.tally;
  const names = new Map(
    lists.flatMap(({ content }) => content.areas.map(({ id, area }) => [id, area] as const)),
  );
  const t = translator(language, 'document');
  const rows = (tally?.votes ?? []).map(({ id, votes }) => ({
    ...{ fieldId: id, label: names.get(id) ?? id },
    value: t('focusAreas.votes', { count: votes }),
  }));
  return [{ pageId: 'result', title: t('focusAreas.result'), rows }];
}

/** What the short list is begun with: what the contact point sent last, else what was proposed by most. */
export async function shortlistToWrite(
  tx: Tx,
  found: Case,
  { proposals }: Answers,
): Promise<TaskView['completion']> {
  const last = await lastShortlist(tx, found);
  const proposed = Array.isArray(proposals) ? (proposals as readonly Answers[]) : [];
  const candidates = proposed
    .slice(0, longestList)
    .map(({ area, why }) => ({ area, ...(typeof why === 'string' && { why: firstOf(why) }) }));
  const answers = last?.answers ?? (candidates.length > 0 ? { candidates } : {});
  return { questions: [], decisions: [], answers, covers: {} };
}

/** The reasons of one of those who proposed it: the others stand above. */
function firstOf(why: string): string {
  return (why.split('\n')[0] ?? '').slice(0, 600);
}

function lastShortlist(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
): Promise<Submission | undefined> {
  return latestAnswer(tx, municipalityId, { caseId, kind: 'shortlist' });
}
