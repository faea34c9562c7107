import type { Tx } from '../../database/database';
import { auditOfCase } from '../../database/repositories/audit.repository';
import type { Case } from '../../database/repositories/case.repository';
import { findSettlement } from '../../database/repositories/settlement.repository';
import { getApplication, latestAnswer } from '../../database/repositories/submission.repository';
import type { Task } from '../../database/repositories/task.repository';
import { DomainError } from '../../domain/errors';
import type { SettledQuestion } from '../../domain/forms/definitions/settled-corrections';
import type { Answers, AmountsAnswer, Faults, FormDefinition } from '../../domain/forms/types';
import type { FormRegistry } from '../../domain/forms/registry';
import { languages, type Language } from '../../domain/language';
import { boundAmounts } from '../../domain/ledger/plan';
import {
  asAmounts,
  asLines,
  linesAbove,
  restOf,
  type MovedLine,
  type SettledLine,
} from '../../domain/ledger/settlement';
import { kronorInWords } from '../../domain/money';
import type { Official } from '../../domain/officials';
import { translator } from '../../domain/texts';
import { isOneOf, refuseOwnRequest } from './own-request';

/** What a settlement asks about: the account of a year, or what becomes of the rest. */
const settlementKinds: readonly string[] = ['account', 'rest'];

export function isOfSettlement({ kind }: Pick<Task, 'kind'>): boolean {
  return settlementKinds.includes(kind);
}

/** The most there is on each line of what a settlement asks: what was moved, or what is left of it. */
async function boundsOf(
  tx: Tx,
  forms: FormRegistry,
  { municipality_id: municipalityId, case_id: caseId, kind }: Task,
): Promise<{ year: number; lines: MovedLine[] }> {
  const application = await getApplication(tx, municipalityId, caseId);
  const moved = boundAmounts(forms.get(application.form_reference), application.answers);
  if (!moved) throw new Error('application.missing');
  const year = moved.years[0] ?? 0;
  if (kind === 'account') return { year, lines: asLines(moved) };
  const settled = (await findSettlement(tx, municipalityId, caseId))?.settled;
  if (settled) return { year, lines: leftOf(settled.lines) };
  const account = await latestAnswer(tx, municipalityId, { caseId, kind: 'account' });
  const used = account && boundAmounts(forms.get(account.form_reference), account.answers);
  if (!used) throw new Error('task.unanswered');
  const rest = restOf(asLines(moved), asLines(used));
  return { year, lines: rest.filter(({ ore }) => ore > 0) };
}

/** Of a year that is settled, and is asked about anew. */
function leftOf(lines: readonly SettledLine[]): MovedLine[] {
  const left = lines.map(({ name, moved, used }) => ({ name, ore: moved - used }));
  return left.filter(({ ore }) => ore > 0);
}

/** The form with what there is on each line, and its lines as they are before anybody has typed. */
export async function settlementForm(
  tx: Tx,
  forms: FormRegistry,
  task: Task,
): Promise<{ form: FormDefinition; answers: Record<string, unknown> }> {
  const form = forms.get(task.form_reference);
  const { year, lines } = await boundsOf(tx, forms, task);
  const { years, lines: named } = asAmounts(year, lines);
  const blank = { years, lines: named.map(({ name }) => ({ name, amounts: [''] })) };
  return {
    form: withLineHelp(form, task.kind, lines),
    answers: { [form.bindings.amounts ?? '']: blank },
  };
}

/** The form with what there is on each line beside what it asks. */
export function withLineHelp(
  form: FormDefinition,
  kind: string,
  lines: readonly MovedLine[],
): FormDefinition {
  const key = `field.${form.bindings.amounts ?? ''}.help`;
  const withHelp = (language: Language) => ({
    ...form.texts[language],
    [key]: `${linesInWords(kind, lines, language)} ${form.texts[language][key] ?? ''}`.trim(),
  });
  const texts = Object.fromEntries(languages.map((each) => [each, withHelp(each)]));
  return { ...form, texts: texts as FormDefinition['texts'] };
}

function linesInWords(kind: string, lines: readonly MovedLine[], language: Language): string {
  const t = translator(language, 'document');
  const each = lines.map(({ name: line, ore }) =>
    t('settlement.amountOf', { line, amount: kronorInWords(ore / 100, language) }),
  );
  return t(kind === 'account' ? 'settlement.moved' : 'settlement.left', { lines: each.join(', ') });
}

/** Nobody has used, or takes along, more than there is; and the lines are those that were asked about. */
export async function settlementFaults(
  tx: Tx,
  forms: FormRegistry,
  task: Task,
  answers: Answers,
): Promise<Faults> {
  const form = forms.get(task.form_reference);
  const field = form.bindings.amounts ?? '';
  return linesAbove(field, answers[field] as AmountsAnswer, await boundsOf(tx, forms, task));
}

/** Who has said what stands of a year: as it was answered, and as it was corrected since. */
const saidBy: Record<SettledQuestion, readonly string[]> = {
  account: ['accounted', 'accountCorrected'],
  rest: ['restDecided', 'restCorrected'],
};

/**
 * Whoever accounted for a year, or corrected its account, does not decide what becomes of its rest, nor the
 * other way round (docs/decisions/0011), and neither does whoever asked for the money; whoever accounted corrects
 * nothing. Throws `task.ownAccount`, `task.ownRest` and `task.ownRequest`.
 */
export async function refuseOwnSettlement(
  tx: Tx,
  { municipality_id, id }: Case,
  official: Official,
  question: SettledQuestion,
): Promise<void> {
  const audit = await auditOfCase(tx, municipality_id, id);
  const lastOf = (events: readonly string[]) =>
    events.flatMap((kind) => audit.findLast(({ event }) => event === kind) ?? []);
  const isBy = (entries: typeof audit) => {
    const subjects = new Set(entries.map(({ details }) => String(details['by'] ?? '')));
    return isOneOf(tx, municipality_id, official, { subjects });
  };
  const account = lastOf(question === 'rest' ? saidBy.account : ['accounted']);
  if (await isBy(account)) throw new DomainError('task.ownAccount');
  if (question === 'account' && (await isBy(lastOf(saidBy.rest))))
    throw new DomainError('task.ownRest');
  const settlement = await findSettlement(tx, municipality_id, id);
  if (settlement)
    await refuseOwnRequest(tx, { municipality_id, id: settlement.transferId }, official);
}
