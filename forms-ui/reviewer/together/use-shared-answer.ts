import { useState } from 'react';
import type { SharedDraft } from '../../../domain/api/shapes';
import { allFields } from '../../../domain/forms/fields';
import { parseAnswers } from '../../../domain/forms/schema';
import type { FormDefinition } from '../../../domain/forms/types';
import { answerTask } from '../../shared/api/endpoints';
import { hasCode } from '../../shared/api/problem-sentence';
import { forgetDraft } from '../../shared/forms/draft';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import { useAnswersForm } from '../../shared/forms/use-answers-form';
import { useSending } from '../../shared/forms/use-sending';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { tabKeeper } from '../../shared/storage';
import type { TaskAnswerOptions } from '../use-task-answer';
import { saveSharedDraft } from './endpoints';
import { beginFrom } from './unsaved';
import { useSharedDraft } from './use-shared-draft';

/** Why an answer was not sent when it could have been: there is something to choose, or to read first. */
export type Held = 'clashes' | 'news';

/** The form of a task that several people fill in, kept on the server; only whoever was asked sends it. */
export function useSharedAnswer({
  task,
  draft,
  run,
  onAnswered,
  onOvertaken,
}: Omit<TaskAnswerOptions, 'refresh'> & { draft: SharedDraft }) {
  const { id } = useMunicipality();
  // The wire's definition has the same shape; only its optional parts are typed more loosely.
  const form = task.form as FormDefinition;
  const as = task.part ? 'part' : 'task';
  const name = `${as}/${task.id}`;
  // What is there when the page appears; from then on changes come field by field.
  const [beginning] = useState(() => beginFrom(form, draft, tabKeeper, name));
  const sending = useSending();
  const [held, setHeld] = useState<{ why: Held; times: number }>();
  const hold = (why: Held) => setHeld((before) => ({ why, times: (before?.times ?? 0) + 1 }));
  const answers = useAnswersForm({
    form,
    initialAnswers: beginning.typed,
    scope: { id: 'all', fieldIds: allFields(form).map((field) => field.id), covers: ['all'] },
    onValid: (typed) => sending.send(() => sendAnswer(typed), answers.reject),
  });
  const overtaken = (error: unknown) => {
    const codes = ['task.alreadyAnswered', 'task.closed', 'link.unusable'] as const;
    if (!codes.some((code) => hasCode(error, code))) return false;
    onOvertaken();
    return true;
  };
  const shared = useSharedDraft({
    ...{ name, draft, beginning, answers },
    save: (changes) => run((taskId) => saveSharedDraft(id, as, taskId, changes)),
    onRefused: overtaken,
  });
  const sendAnswer = async (typed: TypedAnswers) => {
    setHeld(undefined);
    const parsed = parseAnswers(form, typed);
    if (!parsed.ok) return;
    try {
      const { news, clashing } = await shared.exchange();
      if (clashing) return hold('clashes');
      if (news.length > 0) return hold('news');
      const body = { answers: parsed.answers, draftRevision: shared.revision() };
      const answered = await run((taskId) => answerTask(id, taskId, body));
      forgetDraft(tabKeeper, name);
      onAnswered({ ...task, ...answered, draft: null, standIns: [] });
    } catch (error) {
      if (overtaken(error)) return;
      // Somebody wrote between the two calls: what they have written is fetched, to be read first.
      if (hasCode(error, 'draft.othersWrote')) await shared.exchange();
      throw error;
    }
  };
  return { answers, sending, shared, held };
}
