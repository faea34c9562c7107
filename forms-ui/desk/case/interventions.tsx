import { Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import type { DeskCaseView, DeskTask } from '../../../domain/api/desk';
import type { InterventionRequest } from '../../../domain/api/shapes';
import { SideForm } from '../../shared/forms/side-form';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { postIntervention } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { wordFor } from '../words';
import {
  fieldId,
  interventionForm,
  ownWords,
  taskOption,
  type InterventionName,
} from './intervention-forms';

/** Setting right what goes wrong in a case, each with a reason. Who only reads sees nothing here. */
export function Interventions({ view, onDone }: { view: DeskCaseView; onDone: () => void }) {
  const t = useDeskTexts();
  const { official } = useOfficial();
  const [done, setDone] = useState<readonly InterventionName[]>([]);
  const names = possible(view);
  if (!official.roles.some((role) => role !== 'auditor') || names.length === 0) return null;
  return (
    <section className="desk-part" aria-labelledby="interventions-heading">
      <h2 className="ds-heading" data-size="sm" id="interventions-heading">
        {t('interventions.heading')}
      </h2>
      <Paragraph role="status">{done.length > 0 && t('interventions.done')}</Paragraph>
      {names.map((name) => (
        <Intervention
          // Empty again when it has been sent; whatever else happens leaves what is typed in it.
          key={`${name} ${done.filter((each) => each === name).length}`}
          name={name}
          view={view}
          onDone={() => {
            setDone((before) => [...before, name]);
            onDone();
          }}
        />
      ))}
    </section>
  );
}

function possible(view: DeskCaseView): InterventionName[] {
  const retry = view.attentions.length > 0 ? (['retry'] as const) : [];
  if (view.closedAt !== null) return [...retry];
  const ofTasks = openTasks(view).length > 0 ? (['extend', 'reassign', 'resend'] as const) : [];
  const isCollecting =
    view.state === 'awaitingReplies' &&
    !view.paused &&
    view.tasks.some(({ respondent }) => respondent !== null);
  const ofAll = isCollecting ? (['moveClosing'] as const) : [];
  const isOnItsWay =
    view.firstAgreement?.ended === false &&
    view.firstAgreement.steps.some(({ state }) => state !== 'done');
  const invite = isOnItsWay ? (['invite'] as const) : [];
  const withdraw = view.withdrawable ? (['withdraw'] as const) : [];
  const stop = view.paused ? 'resume' : 'pause';
  return [...retry, ...invite, ...ofAll, ...ofTasks, stop, ...withdraw, 'cancel'];
}

function openTasks({ tasks }: DeskCaseView): DeskTask[] {
  return tasks.filter(({ state }) => state === 'open');
}

interface Props {
  name: InterventionName;
  view: DeskCaseView;
  onDone: () => void;
}

function Intervention({ name, view, onDone }: Props) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const open = openTasks(view);
  const asked = open.map((task) => `${task.id} ${task.name}`).join();
  const form = useMemo(
    () =>
      interventionForm(
        name,
        open.map((task) => ({
          task,
          label: `${task.respondent ?? wordFor('taskKinds', task.kind, t)}: ${task.name}`,
        })),
        view.withdrawable ? name : ownWords(name),
      ),
    // The case is read anew with every event; the form changes only with those who are asked.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [name, asked, view.withdrawable, t],
  );
  return (
    <SideForm
      form={form}
      onSend={async (typed) => {
        await postIntervention(id, view.id, requestOf(name, typed, view.tasks));
        onDone();
      }}
    />
  );
}

function requestOf(
  name: InterventionName,
  typed: TypedAnswers,
  tasks: readonly DeskTask[],
): InterventionRequest {
  const text = (field: string) => {
    const value = typed[fieldId(name, field)];
    return typeof value === 'string' ? value : '';
  };
  const reason = text('reason');
  const task = tasks.find((each) => taskOption(each) === text('task'))?.id ?? '';
  switch (name) {
    case 'extend':
      return { kind: name, task, deadline: text('deadline'), reason };
    case 'reassign':
      return { kind: name, task, name: text('name'), email: text('email'), reason };
    case 'moveClosing':
      return { kind: name, deadline: text('deadline'), reason };
    case 'invite': {
      const language = text('language') === 'en' ? 'en' : 'sv';
      const reached = { email: text('email'), postal: text('postal') };
      return { kind: name, name: text('name'), ...reached, language, reason };
    }
    case 'resend':
      return { kind: name, task, reason };
    default:
      return { kind: name, reason };
  }
}
