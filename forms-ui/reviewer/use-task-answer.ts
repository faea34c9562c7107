import { useEffect, useMemo, useState } from 'react';
import { allFields } from '../../domain/forms/fields';
import { parseAnswers } from '../../domain/forms/schema';
import type { FormDefinition } from '../../domain/forms/types';
import type { TaskView } from '../../domain/api/shapes';
import { answerTask } from '../shared/api/endpoints';
import { hasCode } from '../shared/api/problem-sentence';
import { forgetDraft, readDraft } from '../shared/forms/draft';
import { startingAnswers, type TypedAnswers } from '../shared/forms/typed-answers';
import { useCoverBeside, useGiver } from '../shared/forms/giver-cover';
import { useAnswersForm } from '../shared/forms/use-answers-form';
import { useDraft } from '../shared/forms/use-draft';
import { useSending } from '../shared/forms/use-sending';
import { useMunicipality } from '../shared/layout/municipality-context';
import type { Linked } from '../shared/links/linked-page';
import { tabKeeper } from '../shared/storage';

export interface TaskAnswerOptions {
  task: TaskView;
  run: Linked<TaskView>['run'];
  onAnswered: (task: TaskView) => void;
  /** Someone else has answered, or the task has been closed, in the meantime. */
  onOvertaken: () => void;
  /** Reads again what is asked, as what is known beside it may have changed. */
  refresh: () => void;
}

/** The task's form, kept in the tab until it is answered. */
export function useTaskAnswer(options: TaskAnswerOptions) {
  const { task, run, onAnswered, onOvertaken, refresh } = options;
  const { id } = useMunicipality();
  // The wire's definition has the same shape; only its optional parts are typed more loosely.
  const form = task.form as FormDefinition;
  const draft = `task/${task.id}`;
  const initial = useMemo(
    () => startingAnswers(form, readDraft(tabKeeper, draft)?.answers ?? task.completion?.answers),
    // The definition is pinned by the task: fetched again in another language it is the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [draft],
  );
  const fieldIds = allFields(form).map((field) => field.id);
  const sending = useSending();
  const [code, setCode] = useState('');
  const sendAnswer = async (typed: TypedAnswers) => {
    const parsed = parseAnswers(form, typed);
    if (!parsed.ok) return;
    const body = { answers: parsed.answers, ...(task.code && { code }) };
    try {
      const answered = await run((taskId) => answerTask(id, taskId, body));
      forgetDraft(tabKeeper, draft);
      onAnswered({ ...task, ...answered, code: null, completion: null, standIns: [] });
    } catch (error) {
      const overtaken = hasCode(error, 'task.alreadyAnswered') || hasCode(error, 'task.closed');
      if (!overtaken) throw error;
      onOvertaken();
    }
  };
  const { giver, onTyped } = useGiver(form);
  const beside = useCoverBeside(form, task.completion?.covers[giver], refresh);
  const answers = useAnswersForm({
    form,
    initialAnswers: initial,
    scope: { id: 'all', fieldIds, covers: ['all'] },
    beside,
    onValid: (typed) => sending.send(() => sendAnswer(typed), answers.reject),
  });
  const { values } = answers.formik;
  useEffect(() => onTyped(values), [onTyped, values]);
  const saved = useDraft(draft, values);
  return { answers, sending, saved, code, setCode };
}
