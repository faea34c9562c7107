import { fingerprint } from '../../database/fingerprint';
import {
  raiseAttention,
  resolveAttentions,
} from '../../database/repositories/attention.repository';
import { getCase } from '../../database/repositories/case.repository';
import {
  commissionsOf,
  insertCommission,
  type Commission,
} from '../../database/repositories/commission.repository';
import { findCommittee, type Committee } from '../../database/repositories/committee.repository';
import type { CommitteeDecision } from '../../database/repositories/decision.repository';
import type { Matter } from '../../database/repositories/matter.repository';
import { getSubmission } from '../../database/repositories/submission.repository';
import { dueDate } from '../../domain/calendar';
import { givenTasks, type GivenTask } from '../../domain/committees/commission';
import { commission as form } from '../../domain/forms/definitions/commission';
import { commission } from '../../domain/processes/commission';
import { translator } from '../../domain/texts';
import { nextNumber } from './circulate';
import { openCase } from './open-case';
import type { Recording } from './record-steps';

/**
 * Gives offices the tasks that a committee has decided, each in a case of its own in the committee's
 * diary. Repeatable: a task is given once, also when the record of the decision is corrected. What a
 * correction leaves out needs a person, unless another one has it again.
 */
export async function beginCommissions(
  recording: Recording,
  matter: Matter,
  decision: CommitteeDecision,
): Promise<void> {
  const { tx, municipality, current } = recording;
  const { answers } = await getSubmission(tx, municipality.id, decision.submission_id);
  const { outcome, committee: id, meeting_day: day } = decision;
  const { part } = matter;
  const given = givenTasks({ outcome, part }, answers, municipality.offices ?? []);
  const known = await commissionsOf(tx, municipality.id, [current.id]);
  if (given.length === 0 && known.length === 0) return;
  const committee = await findCommittee(tx, municipality.id, { id, day });
  if (!committee) throw new Error('committee.unknown');
  const isSame = (row: Commission, { office, task }: GivenTask) =>
    row.office === office && row.wording_sha256 === fingerprint(task);
  for (const task of given) {
    if (known.some((row) => isSame(row, task))) continue;
    await beginCommission(recording, { committee, decision, task });
  }
  const dropped = known.filter(
    (row) => row.task_id === decision.task_id && !given.some((task) => isSame(row, task)),
  );
  await flag(recording, dropped, 'commission.dropped');
  for (const { case_id: caseId } of known.filter((row) =>
    given.some((task) => isSame(row, task)),
  )) {
    const again = { caseId, keys: ['commission.dropped'], at: recording.at };
    await resolveAttentions(tx, municipality.id, again);
  }
}

async function flag(
  { tx, municipality, at }: Recording,
  commissions: readonly Commission[],
  code: string,
): Promise<void> {
  for (const { case_id: caseId } of commissions) {
    const { closed_at: closed } = await getCase(tx, municipality.id, caseId);
    if (closed === null) await raiseAttention(tx, municipality.id, { caseId, key: code, code, at });
  }
}

/** The day that an office has until where the committee has set none. */
function usualDay({ municipality, at }: Recording): string {
  const times = municipality.processes[commission.name]?.tasks['commission'];
  if (!times) throw new Error('task.unconfigured');
  return dueDate(at, times.answerWithin);
}

interface Beginning {
  committee: Committee;
  decision: CommitteeDecision;
  task: GivenTask;
}

async function beginCommission(
  recording: Recording,
  { committee, decision, task: { office, task, due } }: Beginning,
): Promise<void> {
  const { tx, municipality, current } = recording;
  const { defaultLanguage: language } = municipality;
  const name = municipality.offices?.find(({ id }) => id === office)?.name[language] ?? office;
  const matter = current.organisation_name;
  const title = translator(language, 'document')('commission.title', { office: name, matter });
  const answers = {
    ...{ title: matter, office: name, task, committee: committee.name[language] },
    decision: `${committee.id} ${decision.meeting_day} § ${decision.paragraph}, ${current.number}`,
    due: due ?? usualDay(recording),
  };
  const number = await nextNumber(recording, committee);
  const details = { from: current.id };
  const id = await openCase(recording, {
    ...{ process: commission, title, form, answers, details, number },
  });
  await insertCommission(tx, municipality.id, {
    ...{ case_id: id, matter_case_id: current.id, task_id: decision.task_id, office },
    ...{ committee: committee.id, wording_sha256: fingerprint(task), due_on: due ?? null },
    reported_on: null,
  });
}
