import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../database/database';
import { fingerprint } from '../../database/fingerprint';
import { appendAudit } from '../../database/repositories/audit.repository';
import { casesBegunFrom, lockCase, type Case } from '../../database/repositories/case.repository';
import { registrationsOf } from '../../database/repositories/forum.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import {
  getApplication,
  insertSubmission,
} from '../../database/repositories/submission.repository';
import type { CorrectionView } from '../../domain/api/desk';
import type { DeskForumsAnswer, DeskForumView } from '../../domain/api/forum';
import { formView } from '../../domain/api/shapes';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { withLists, withoutEmptyChoices } from '../../domain/forms/lists';
import { parseAnswers } from '../../domain/forms/schema';
import type { FormDefinition } from '../../domain/forms/types';
import { forumFaults, forumOf } from '../../domain/forum/forum';
import { costsByLine, costsIn } from '../../domain/forum/forum-costs';
import type { Municipality } from '../../domain/municipality';
import { keepsForums, type Official } from '../../domain/officials';
import { dialogueForum } from '../../domain/processes/dialogue-forum';
import { firstAgreement } from '../../domain/processes/first-agreement';
import type { ServerContext } from '../context';
import { listsToBegin } from './committee-lists';
import { budgetLinesOf } from './forum-budget';
import { listForums, stateOf } from './read-forums';
import { whyNotSigned } from './sign-at-forum';
import { whyNoFirstAgreement } from './refuse-first-agreement';

/** All forums, and for each year that has any, or has money for them, what they cost line by line. */
export async function readForumsAtDesk(
  tx: Tx,
  municipality: Municipality,
  now: Date,
): Promise<DeskForumsAnswer> {
  const forums = await listForums(tx, municipality, now);
  const thisYear = Number(stockholmDate(now).slice(0, 'YYYY'.length));
  const years = [thisYear, ...forums.map(({ day }) => Number(day.slice(0, 'YYYY'.length)))];
  const costs: DeskForumsAnswer['costs'] = [];
  for (const year of [...new Set(years)].sort((a, b) => b - a)) {
    const held = forums.filter(
      ({ day, state }) => day.startsWith(`${year}-`) && state !== 'cancelled',
    );
    const stated = [];
    for (const { caseId } of held) {
      stated.push(...costsIn((await getApplication(tx, municipality.id, caseId)).answers));
    }
    const lines = costsByLine(await budgetLinesOf(tx, municipality, year), stated);
    if (lines.length > 0) costs.push({ year, lines });
  }
  const begins = firstAgreement.name in municipality.processes;
  const refused = begins ? await whyNoFirstAgreement(tx, municipality, now) : null;
  return { forums, costs, firstAgreement: begins && refused === null };
}

/** What the desk knows of a forum beside its case; null for every other case. */
export async function deskForum(
  tx: Tx,
  found: Case,
  { official, now }: { official: Official; now: Date },
): Promise<DeskForumView | null> {
  if (found.process !== dialogueForum.name) return null;
  const { municipality_id: municipalityId, id } = found;
  const registrations = await registrationsOf(tx, municipalityId, id);
  const begun = await casesBegunFrom(tx, municipalityId, id);
  const forum = forumOf((await getApplication(tx, municipalityId, id)).answers);
  return {
    changeable: isChangeable(found, stateOf(found, forum, now)),
    signable: whyNotSigned(found, forum, now) === undefined,
    registrations: registrations.map(({ name, email, organisation, language, ...told }) => ({
      ...{ name, email, organisation, language },
      // It may tell of somebody's health: only for whoever arranges the forum.
      needs: keepsForums(official) ? told.needs : null,
      interpretation: keepsForums(official) ? told.interpretation : null,
    })),
    signed: begun.map(({ id: caseId, number, organisation_name: name }) => ({
      ...{ caseId, number, name },
    })),
  };
}

function isChangeable({ ending }: Case, state: ReturnType<typeof stateOf>): boolean {
  return ending === null && state === 'coming';
}

/** The announcement as it is now, to be changed; throws `forum.over`, `forum.cancelled` and `case.unknown`. */
export async function readAnnouncement(
  tx: Tx,
  context: ServerContext,
  municipality: Municipality,
  found: Case,
): Promise<CorrectionView> {
  const { answers, form_reference } = await requireChangeable(tx, found, context.clock());
  return {
    number: found.number,
    title: found.organisation_name,
    form: formView.parse(await formNow(tx, context, municipality, form_reference)),
    answers,
  };
}

/**
 * Announces a forum anew: everybody who was told is told again, unless nothing is another than it was. Throws `form.invalid`, and what
 * `readAnnouncement` throws.
 */
export async function changeAnnouncement(
  tx: Tx,
  context: ServerContext,
  {
    municipality,
    official,
    found,
  }: { municipality: Municipality; official: Official; found: Case },
  typed: Record<string, unknown>,
): Promise<void> {
  const at = context.clock();
  const current = await lockCase(tx, municipality.id, found.id);
  const before = await requireChangeable(tx, current, at);
  const { form_reference } = before;
  const form = await formNow(tx, context, municipality, form_reference);
  const parsed = parseAnswers(form, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  // What a meeting is part of stays what it was.
  const { occasion } = before.answers;
  const answers = { ...parsed.answers, ...(occasion !== undefined && { occasion }) };
  const faults = forumFaults(answers, stockholmDate(at));
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
  // Sent twice, or sent as it was: nobody is written to about nothing.
  if (isDeepStrictEqual(answers, before.answers)) return;
  const { id: caseId, language } = current;
  await insertSubmission(tx, municipality.id, {
    ...{ id: randomUUID(), case_id: caseId, task_id: null, form_reference, language, answers },
    sha256: fingerprint({ form: form_reference, answers, at, caseId }),
    ...{ submission_key: null, submitted_at: at },
  });
  await appendAudit(tx, municipality.id, caseId, {
    ...{ at, actor: 'official', event: 'forumChanged', details: { by: official.subject } },
  });
  await addToOutbox(tx, municipality.id, { caseId, kind: 'look', at });
}

async function requireChangeable(tx: Tx, found: Case, now: Date) {
  if (found.process !== dialogueForum.name) throw new DomainError('case.unknown');
  const application = await getApplication(tx, found.municipality_id, found.id);
  const state = stateOf(found, forumOf(application.answers), now);
  if (found.ending !== null || state === 'cancelled') throw new DomainError('forum.cancelled');
  if (state === 'held') throw new DomainError('forum.over');
  return application;
}

async function formNow(
  tx: Tx,
  { forms, clock }: ServerContext,
  municipality: Municipality,
  reference: string,
): Promise<FormDefinition> {
  const lists = await listsToBegin(tx, municipality, clock());
  return withoutEmptyChoices(withLists(forms.get(reference), { ...lists, firstAgreements: [] }));
}
