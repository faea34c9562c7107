import { lazy, useEffect, useMemo, useState } from 'react';
import { Redirect, useLocation, useParams } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { boundAnswer } from '../../../domain/forms/fields';
import type { Answers, FormDefinition } from '../../../domain/forms/types';
import { readDraft } from '../../shared/forms/draft';
import { isUntouched, startingAnswers } from '../../shared/forms/typed-answers';
import { useAnswersForm } from '../../shared/forms/use-answers-form';
import type { Saved } from '../../shared/forms/use-draft';
import { UploadsContext } from '../../shared/fields/uploads-context';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { markMoved } from '../../shared/layout/navigation';
import { NotFound } from '../../shared/layout/not-found';
import { tabKeeper } from '../../shared/storage';
import { AlreadySent } from './already-sent';
import { ApplicationStep } from './application-step';
import { CheckAnswers } from './check-answers';
import { forgetSent, readSent } from './sent-application';
import { applyPaths, draftName, scopeOf, stepsOf } from './steps';
import { useApplicationDraft } from './use-application-draft';
import { useApplicationSending } from './use-application-sending';
import { useDraftUploads } from './use-draft-uploads';

const ContinueLater = lazy(() => import('./continue-later'));

interface Props {
  form: FormDefinition;
  /** The address of its first page. */
  start: string;
  refetch: () => void;
}

/** What a step is told by the page one came from. */
interface Arrival {
  /** Where Continue leads: back to the summary when one came to change an answer. */
  fromCheck?: boolean;
  /** The field to go to. */
  field?: string;
  /** Where one was when one chose to go on later. */
  from?: string;
}

/** The form, or what has just been sent with it. */
export function ApplicationForm({ form, start, refetch }: Props) {
  const { id } = useMunicipality();
  const [, navigate] = useLocation();
  const draft = draftName(id, form);
  const [sent, setSent] = useState(() => readSent(tabKeeper, draft));
  if (!sent) return <Application {...{ form, start, refetch, draft }} />;
  const startNew = () => {
    forgetSent(tabKeeper, draft);
    markMoved();
    setSent(undefined);
    navigate(start, { replace: true });
  };
  return <AlreadySent sent={sent} onNew={startNew} />;
}

/** The form's steps and the last look, over one set of answers that outlives them. */
function Application({ form, start, refetch, draft: draftName }: Props & { draft: string }) {
  const { id, name } = useMunicipality();
  const [, navigate] = useLocation();
  const { view, pageId = form.pages[0]?.id } = useParams();
  const arrival = useHistoryState<Arrival | null>() ?? {};
  const checking = view === 'check';
  const paths = useMemo(() => applyPaths(id, form, start), [id, form, start]);
  const initial = useMemo(
    () => startingAnswers(form, readDraft(tabKeeper, draftName)?.answers),
    [form, draftName],
  );
  const sending = useApplicationSending(form, draftName);
  const { begin } = sending;
  useEffect(() => begin(), [begin]);
  const answers = useAnswersForm({
    form,
    initialAnswers: initial,
    scope: scopeOf(form, checking ? undefined : pageId),
    onValid: (typed) => (checking ? sending.send(typed, answers.reject) : goOn()),
  });
  const draft = useApplicationDraft(form, draftName, answers);
  const uploads = useDraftUploads(draft);
  const steps = stepsOf(form, answers.formik.values);
  const position = steps.findIndex((step) => step.pageId === pageId);
  const step = steps[position];

  function goOn() {
    const next = steps[position + 1];
    navigate(next && !arrival.fromCheck ? paths.step(next.pageId) : paths.check);
  }

  // Whoever comes without answers begins at the beginning.
  const empty = isUntouched(initial) && !draft.onServer && isUnsaved(draft.inTab);
  const toStart = <Redirect to={paths.start} replace />;
  if (view === 'later') {
    const email = boundAnswer(form, 'coordinatorEmail', answers.formik.values as Answers) ?? '';
    const back = arrival.from ?? paths.start;
    return empty ? toStart : <ContinueLater draft={draft} email={email} back={back} />;
  }
  if (checking) {
    return empty ? (
      toStart
    ) : (
      <UploadsContext value={uploads}>
        <CheckAnswers {...{ answers, steps, paths, sending, draft, refetch }} />
      </UploadsContext>
    );
  }
  if (!step || (view !== undefined && view !== 'page')) {
    return <NotFound site={name} home={paths.home} />;
  }
  if (empty && position > 0) return toStart;
  const previous = steps[position - 1];
  return (
    <UploadsContext value={uploads}>
      <ApplicationStep
        key={step.pageId}
        answers={answers}
        step={step}
        position={position + 1}
        total={steps.length + 1}
        back={arrival.fromCheck ? paths.check : previous ? paths.step(previous.pageId) : paths.home}
        later={paths.later}
        draft={draft}
        field={arrival.field}
      />
    </UploadsContext>
  );
}

function isUnsaved({ at, refused }: Saved): boolean {
  return at === undefined && !refused;
}
