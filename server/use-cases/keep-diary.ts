import type { Tx } from '../../database/database';
import { appendAudit, type AuditDetails } from '../../database/repositories/audit.repository';
import {
  findCaseByNumber,
  lockCase,
  renumberCase,
  type Case,
} from '../../database/repositories/case.repository';
import { insertIntervention } from '../../database/repositories/intervention.repository';
import { recordsOfCase } from '../../database/repositories/record.repository';
import {
  findSecrecyMark,
  liftSecrecy,
  markSecret,
} from '../../database/repositories/secrecy.repository';
import type { NumberRequest, SecrecyRequest } from '../../domain/api/desk';
import { diaryEvents, type DiaryKind } from '../../domain/diary';
import { DomainError } from '../../domain/errors';
import { cleanText } from '../../domain/forms/clean-text';
import { isCaseNumber, normalizeNumber } from '../../domain/numbering';
import type { Official } from '../../domain/officials';

/** Who does something to which case, when and why. */
interface Act {
  found: Case;
  official: Official;
  reason: string;
  now: Date;
}

/**
 * Gives a case the committee's diary number instead of the one it has; the old one still leads to
 * it. Throws `number.malformed`, `number.unchanged` or `number.taken`.
 */
export async function giveNumber(
  tx: Tx,
  { found, official, now }: Omit<Act, 'reason'>,
  request: NumberRequest,
): Promise<void> {
  const { municipality_id: municipalityId, id } = found;
  const current = await lockCase(tx, municipalityId, id);
  const number = cleanText(request.number).replace(/\s+/g, ' ');
  if (!isCaseNumber(number)) throw new DomainError('number.malformed');
  if (number === current.number) throw new DomainError('number.unchanged');
  const holder = await findCaseByNumber(tx, municipalityId, number);
  if (holder && holder.id !== id) throw new DomainError('number.taken');
  await renumberCase(tx, current, { number, key: normalizeNumber(number), at: now });
  const act = { found: current, official, reason: request.reason, now };
  await keep(tx, act, 'giveNumber', { from: current.number, to: number });
}

/**
 * Marks a case or one of its records as secret by a provision, or lifts the mark. Throws
 * `record.unknown`, `secrecy.standing` or `secrecy.none`.
 */
export async function setSecrecy(
  tx: Tx,
  { found, official, now }: Omit<Act, 'reason'>,
  { record, provision, reason }: SecrecyRequest,
): Promise<void> {
  const { municipality_id: municipalityId, id: caseId } = found;
  await lockCase(tx, municipalityId, caseId);
  if (record !== null) await requireRecord(tx, found, record);
  const marked = { caseId, record };
  const standing = await findSecrecyMark(tx, municipalityId, marked);
  const act = { found, official, reason, now };
  const which: AuditDetails = record === null ? {} : { record };
  if (provision !== null) {
    if (standing) throw new DomainError('secrecy.standing');
    await markSecret(tx, municipalityId, marked, { provision: cleanText(provision), at: now });
    return keep(tx, act, 'markSecret', which);
  }
  if (!standing) throw new DomainError('secrecy.none');
  await liftSecrecy(tx, municipalityId, standing.id, now);
  return keep(tx, act, 'liftSecrecy', which);
}

async function requireRecord(tx: Tx, found: Case, number: number): Promise<void> {
  const records = await recordsOfCase(tx, found.municipality_id, found.id);
  if (!records.some((record) => record.number === number)) throw new DomainError('record.unknown');
}

/** The reason in a row of its own, where it can be disposed of; in the audit chain only where it stands. */
async function keep(
  tx: Tx,
  { found, official, reason, now }: Act,
  kind: DiaryKind,
  details: AuditDetails,
): Promise<void> {
  const { municipality_id: municipalityId, id: caseId } = found;
  const by = official.subject;
  const intervention = await insertIntervention(tx, municipalityId, {
    case_id: caseId,
    task_id: null,
    kind,
    actor: 'official',
    by,
    reason: cleanText(reason),
    at: now,
  });
  await appendAudit(tx, municipalityId, caseId, {
    at: now,
    actor: 'official',
    event: diaryEvents[kind],
    details: { ...details, intervention, by },
  });
}
