import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { openCase } from '../../database/open-case';
import { respondentOfTask } from '../../database/repositories/collection.repository';
import { insertDialogue } from '../../database/repositories/dialogue.repository';
import type { Task } from '../../database/repositories/task.repository';
import { raisedMatters, wordingOf } from '../../domain/dialogue/raised-matters';
import { readFollowUpReference } from '../../domain/follow-up/form';
import { standardQuestions } from '../../domain/follow-up/questions';
import { dialogueMatter } from '../../domain/forms/definitions/dialogue';
import type { Answers } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import { dialogue } from '../../domain/processes/dialogue';
import type { AnsweringContext } from './answer-task';

/**
 * Begins a dialogue about every complaint and unclear matter in an answer to the follow-up, in the
 * transaction that takes the answer: an answer is taken once, so none begins twice, and one that comes
 * after the last day begins them too.
 */
export async function beginDialogues(
  tx: Tx,
  { municipalities }: Pick<AnsweringContext, 'municipalities'>,
  task: Task,
  { answers, at }: { answers: Answers; at: Date },
): Promise<void> {
  const municipality = municipalities.get(task.municipality_id);
  if (!municipality?.processes[dialogue.name]) return;
  const matters = raisedMatters(answers);
  const respondent = matters.length > 0 && (await respondentOfTask(tx, municipality.id, task.id));
  if (!respondent) return;
  const { name, party_id, office_id } = respondent;
  for (const matter of matters) {
    const caseId = await openCase(
      { tx, municipality, at },
      {
        ...{ process: dialogue, title: name, form: dialogueMatter },
        answers: {
          ...{ organisation: name, matter: matter.text },
          theme: themeName(municipality, task.form_reference, matter.theme),
        },
        details: { from: task.case_id },
      },
    );
    await insertDialogue(tx, municipality.id, {
      ...{ case_id: caseId, follow_up_case_id: task.case_id, task_id: task.id },
      ...{ party_id, office_id, theme: matter.theme },
      wording_sha256: fingerprint(wordingOf(matter)),
    });
  }
}

/** What a theme was called in the questions that were answered. */
function themeName(municipality: Municipality, reference: string, theme: string): string {
  const asked = readFollowUpReference(reference)?.edition;
  const editions = municipality.followUp?.questions ?? [standardQuestions];
  const { themes } = editions.find(({ edition }) => edition === asked) ?? standardQuestions;
  return themes.find(({ id }) => id === theme)?.name[municipality.defaultLanguage] ?? theme;
}
