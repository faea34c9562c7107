import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import {
  listDecisions,
  markReported,
  type DecisionPeriod,
  type ListedDecision,
} from '../../database/repositories/delegation.repository';
import { officialNames } from '../../database/repositories/official.repository';
import type { DelegatedDecisionView, ReportRequest } from '../../domain/api/desk';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import type { Language } from '../../domain/language';
import { maySeeSecrets, type Official } from '../../domain/officials';
import { translator } from '../../domain/texts/index';
import type { ServerContext } from '../context';

/** Who reads the list, and how. */
interface Reader {
  official: Official;
  language: Language;
}

/** The decisions of a period that were taken in a committee's place. */
export async function readDelegated(
  tx: Tx,
  context: ServerContext,
  municipalityId: string,
  period: DecisionPeriod,
  reader: Reader,
): Promise<DelegatedDecisionView[]> {
  const decisions = await listDecisions(tx, municipalityId, period);
  const subjects = [...new Set(decisions.flatMap(({ reported_by: by }) => by ?? []))];
  const names = await officialNames(tx, municipalityId, subjects);
  return decisions.map((decision) => viewOf(context, decision, names, reader));
}

function viewOf(
  { processes }: ServerContext,
  decision: ListedDecision,
  names: ReadonlyMap<string, string>,
  { official, language }: Reader,
): DelegatedDecisionView {
  const t = translator(language, 'common');
  const matter = processes.get(decision.process).forms[0]?.texts[language]['title'] ?? '';
  const outcome = decision.decision as 'approve' | 'refuse' | 'close';
  const isHidden = decision.secret !== null && !maySeeSecrets(official);
  const { reported_on: on, reported_by: by } = decision;
  return {
    id: decision.id,
    caseId: decision.case_id,
    committee: decision.committee,
    decidedOn: stockholmDate(decision.decided_at),
    number: decision.number,
    organisationName: isHidden ? null : decision.organisation_name,
    decision: `${matter}: ${t(`delegated.outcome.${outcome}`)}`,
    delegate: decision.delegate,
    delegation: decision.delegation,
    reported: on === null ? null : { on, by: names.get(by ?? '') ?? null },
  };
}

/** The list as a table, its first row the headings. */
export function delegatedRows(
  decisions: readonly DelegatedDecisionView[],
  language: Language,
): string[][] {
  const t = translator(language, 'common');
  const headings = [
    t('delegated.columns.committee'),
    t('delegated.columns.decidedOn'),
    t('delegated.columns.number'),
    t('delegated.columns.organisation'),
    t('delegated.columns.decision'),
    t('delegated.columns.delegate'),
    t('delegated.columns.delegation'),
    t('delegated.columns.reportedOn'),
  ];
  const rows = decisions.map((each) => [
    each.committee,
    each.decidedOn,
    each.number,
    each.organisationName ?? '',
    each.decision,
    each.delegate,
    each.delegation,
    each.reported?.on ?? '',
  ]);
  return [headings, ...rows];
}

/** Marks decisions as reported to a meeting; each case remembers it. Throws `delegated.none`. */
export async function reportDecisions(
  tx: Tx,
  municipalityId: string,
  { ids, meetingOn }: ReportRequest,
  { official, now: at }: { official: Official; now: Date },
): Promise<void> {
  const by = official.subject;
  const reported = await markReported(tx, municipalityId, { ids, on: meetingOn, by });
  if (reported.length === 0) throw new DomainError('delegated.none');
  for (const { case_id: caseId } of reported) {
    await lockCase(tx, municipalityId, caseId);
    await appendAudit(tx, municipalityId, caseId, {
      at,
      actor: 'official',
      event: 'decisionReported',
      details: { by, meetingOn },
    });
  }
}
