import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, type Case } from '../../database/repositories/case.repository';
import { findCommittee } from '../../database/repositories/committee.repository';
import {
  insertIntervention,
  interventionsOfCase,
} from '../../database/repositories/intervention.repository';
import { officialNames } from '../../database/repositories/official.repository';
import {
  changeMatter,
  circulationsOf,
  mattersOf,
  type Matter,
} from '../../database/repositories/matter.repository';
import {
  applicationsOfCase,
  getApplication,
} from '../../database/repositories/submission.repository';
import type { MatterReportRequest, MatterReportView } from '../../domain/api/desk';
import { formView } from '../../domain/api/shapes';
import { stockholmDate } from '../../domain/calendar';
import { furtherBasis, withBasis } from '../../domain/committees/dispatch';
import { reportRevision } from '../../domain/committees/report-revision';
import { DomainError } from '../../domain/errors';
import { withLists } from '../../domain/forms/lists';
import { parseAnswers } from '../../domain/forms/schema';
import type { Answers } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { circulation } from '../../domain/processes/circulation';
import type { ServerContext } from '../context';
import { keepVersion, tellOfVersion } from './report-versions';

interface Renewing {
  municipality: Municipality;
  official: Official;
}

/** The report as it is now, to be changed; throws `circulation.ended` once nobody waits for it. */
export async function readReport(
  tx: Tx,
  context: ServerContext,
  found: Case,
): Promise<MatterReportView> {
  const matters = await requireOpen(tx, found);
  const { answers } = await getApplication(tx, found.municipality_id, found.id);
  return {
    number: found.number,
    title: found.organisation_name,
    form: formView.parse(await formFor(tx, matters, context.clock())),
    answers: reportIn(answers),
    version: (await applicationsOfCase(tx, found.municipality_id, found.id)).length,
  };
}

/**
 * Gives the report a new version while it is with committees. Those that have not decided get it by
 * mail; what the others decided is shown to be about an older one. Throws `form.invalid`,
 * `circulation.ended`, and `circulation.renewedBy` for whoever has read an older version.
 */
export async function renewReport(
  tx: Tx,
  context: ServerContext,
  found: Case,
  { municipality, official }: Renewing,
  { answers: typed, after }: MatterReportRequest,
): Promise<void> {
  const at = context.clock();
  const current = await lockCase(tx, municipality.id, found.id);
  const matters = await requireOpen(tx, current);
  await refuseLate(tx, current, after);
  const parsed = parseAnswers(await formFor(tx, matters, at), typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const { reason, proposals = [], ...report } = parsed.answers;
  const before = await getApplication(tx, municipality.id, current.id);
  const changed = new Map(
    (proposals as readonly Answers[]).map((each) => [
      each['committee'],
      each['proposal'] as string,
    ]),
  );
  const proposalOf = ({ committee, proposal }: Matter) => changed.get(committee) ?? proposal;
  const bodies = matters.map((each) => ({
    ...{ committee: each.committee, part: each.part, proposal: proposalOf(each) },
  }));
  const { order } = before.answers;
  await keepVersion(
    tx,
    current,
    before.form_reference,
    { ...report, order, bodies } as Answers,
    at,
  );
  const intervention = await insertIntervention(tx, municipality.id, {
    ...{ case_id: current.id, task_id: null, kind: 'renewReport', actor: 'official' },
    ...{ by: official.subject, reason: reason as string, at },
  });
  await say(tx, current.id, { municipality, official, intervention, at });
  for (const matter of matters) {
    const renewed = { ...matter, proposal: proposalOf(matter) };
    const isOther = renewed.proposal !== matter.proposal;
    // What the sender proposes is not what another body has proposed instead.
    const sent = isOther ? { sent_proposal: null } : {};
    await changeMatter(tx, matter, { proposal: renewed.proposal, ...sent });
    await renewMatter(
      tx,
      renewed,
      { before: before.answers, now: report },
      { municipality, official, intervention, at },
    );
  }
}

/** Of two who change the report the second one reads who was first, and nothing is written over. */
async function refuseLate(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId }: Case,
  after: number,
): Promise<void> {
  const versions = await applicationsOfCase(tx, municipalityId, caseId);
  if (versions.length === after) return;
  const changes = await interventionsOfCase(tx, municipalityId, caseId);
  const by = changes.findLast(({ kind }) => kind === 'renewReport')?.by;
  const name = by && (await officialNames(tx, municipalityId, [by])).get(by);
  throw new DomainError('circulation.renewedBy', {}, {}, { name: name ?? by ?? '' });
}

/** What a committee's own case gets: the new version, and a letter while it has not decided. */
async function renewMatter(
  tx: Tx,
  matter: Matter,
  report: { before: Answers; now: Answers },
  said: Parameters<typeof say>[2],
): Promise<void> {
  const { case_id: caseId, proposal } = matter;
  if (caseId === null) return;
  const { municipality, at } = said;
  const own = await lockCase(tx, municipality.id, caseId);
  const { form_reference: form, answers } = await getApplication(tx, municipality.id, caseId);
  // What other bodies had decided stays among its papers.
  const further = furtherBasis(answers, report.before);
  await keepVersion(tx, own, form, withBasis({ ...report.now, proposal }, further), at);
  await say(tx, caseId, said);
  await tellOfVersion(tx, own, matter, { municipality, at });
}

async function say(
  tx: Tx,
  caseId: string,
  { municipality, official, intervention, at }: Renewing & { intervention: string; at: Date },
): Promise<void> {
  const entry = { at, actor: 'official', event: 'reportRenewed' } as const;
  const details = { by: official.subject, intervention };
  await appendAudit(tx, municipality.id, caseId, { ...entry, details });
}

/** The bodies of the case's open round. Only a report that somebody wrote can be written anew. */
async function requireOpen(tx: Tx, found: Case): Promise<Matter[]> {
  const { municipality_id: municipalityId, id: caseId } = found;
  const rounds = await circulationsOf(tx, municipalityId, caseId);
  const open = rounds.find(({ ended_at: ended }) => ended === null);
  if (!open || found.process !== circulation.name) throw new DomainError('circulation.ended');
  return mattersOf(tx, municipalityId, { caseId, round: open.round_key });
}

async function formFor(tx: Tx, matters: readonly Matter[], now: Date) {
  const committees = [];
  for (const { municipality_id: municipalityId, committee: id } of matters) {
    const body = await findCommittee(tx, municipalityId, { id, day: stockholmDate(now) });
    if (body) committees.push({ value: id, label: body.name });
  }
  return withLists(reportRevision, { committees });
}

function reportIn(answers: Answers): Answers {
  const ids = reportRevision.pages[0]?.fields.map(({ id }) => id) ?? [];
  return Object.fromEntries(Object.entries(answers).filter(([id]) => ids.includes(id)));
}
