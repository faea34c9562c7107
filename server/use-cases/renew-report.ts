import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase, type Case } from '../../database/repositories/case.repository';
import { findCommittee } from '../../database/repositories/committee.repository';
import { insertIntervention } from '../../database/repositories/intervention.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import {
  changeMatter,
  circulationsOf,
  mattersOf,
  type Matter,
} from '../../database/repositories/matter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import {
  applicationsOfCase,
  getApplication,
  insertSubmission,
} from '../../database/repositories/submission.repository';
import type { CorrectionView } from '../../domain/api/desk';
import { formView } from '../../domain/api/shapes';
import { stockholmDate } from '../../domain/calendar';
import { furtherBasis, withBasis } from '../../domain/committees/dispatch';
import { reportRevision } from '../../domain/committees/report-revision';
import { nthOf } from '../../domain/document-keys';
import { DomainError } from '../../domain/errors';
import { withLists } from '../../domain/forms/lists';
import { parseAnswers } from '../../domain/forms/schema';
import type { Answers } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { circulation } from '../../domain/processes/circulation';
import type { ServerContext } from '../context';

interface Renewing {
  municipality: Municipality;
  official: Official;
}

/** The report as it is now, to be changed; throws `circulation.ended` once nobody waits for it. */
export async function readReport(
  tx: Tx,
  context: ServerContext,
  found: Case,
): Promise<CorrectionView> {
  const matters = await requireOpen(tx, found);
  const { answers } = await getApplication(tx, found.municipality_id, found.id);
  return {
    number: found.number,
    title: found.organisation_name,
    form: formView.parse(await formFor(tx, matters, context.clock())),
    answers: reportIn(answers),
  };
}

/**
 * Gives the report a new version while it is with committees. Those that have not decided get it by
 * mail; what the others decided is shown to be about an older one. Throws `form.invalid` and
 * `circulation.ended`.
 */
export async function renewReport(
  tx: Tx,
  context: ServerContext,
  found: Case,
  { municipality, official }: Renewing,
  typed: Record<string, unknown>,
): Promise<void> {
  const at = context.clock();
  const current = await lockCase(tx, municipality.id, found.id);
  const matters = await requireOpen(tx, current);
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
    await changeMatter(tx, matter, { proposal: renewed.proposal });
    await renewMatter(
      tx,
      renewed,
      { before: before.answers, now: report },
      { municipality, official, intervention, at },
    );
  }
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
  if (own.closed_at !== null || own.phase.phase !== 'decide') return;
  const version = (await applicationsOfCase(tx, municipality.id, caseId)).length;
  const body = await findCommittee(tx, municipality.id, {
    id: matter.committee,
    day: stockholmDate(at),
  });
  await planLetter(tx, municipality.id, {
    ...{ case_id: caseId, task_id: null, letter_key: `renewed/${version}`, ordinal: 1 },
    ...{ template: 'reportRenewed', language: municipality.defaultLanguage, link: 'desk' },
    recipient_name: body?.secretary_name ?? '',
    recipient_email: body?.secretary_email ?? '',
    attachments: [nthOf('officialReport', version)],
    created_at: at,
  });
  await addToOutbox(tx, municipality.id, { caseId, kind: 'deliver', at });
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

async function keepVersion(
  tx: Tx,
  { municipality_id: municipalityId, id: caseId, language }: Case,
  form: string,
  answers: Answers,
  at: Date,
): Promise<void> {
  await insertSubmission(tx, municipalityId, {
    ...{
      id: randomUUID(),
      case_id: caseId,
      task_id: null,
      form_reference: form,
      language,
      answers,
    },
    sha256: fingerprint({ form, answers, at, caseId }),
    submission_key: null,
    submitted_at: at,
  });
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
