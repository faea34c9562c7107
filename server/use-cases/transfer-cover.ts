import type { Tx } from '../../database/database';
import { yearsLeft } from '../../database/repositories/cover.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import type { Task } from '../../database/repositories/task.repository';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { boundAnswer } from '../../domain/forms/fields';
import type { FormRegistry } from '../../domain/forms/registry';
import type { AmountsAnswer, Answers, Faults, FormDefinition } from '../../domain/forms/types';
import { languages, type Language } from '../../domain/language';
import {
  checkFaults,
  coverFaults,
  coverSentence,
  coverStands,
  plannedOnly,
  type GiverCover,
} from '../../domain/ledger/cover';
import { requestedTransfer } from '../../domain/ledger/plan';
import { formatOre } from '../../domain/money';
import type { Municipality } from '../../domain/municipality';
import { answeredWithApplication } from '../../domain/process';
import { translator } from '../../domain/texts';
import type { ServerContext } from '../context';

interface Asked {
  now: Date;
  language: Language;
  /** The transfer that is looked at. */
  except?: string;
}

/** What a committee can give in each year; null for one without an account, or without a limit. */
export async function readCover(
  tx: Tx,
  { id, ledger }: Municipality,
  committee: string,
  { now, language, except }: Asked,
): Promise<GiverCover | null> {
  const account =
    ledger && Object.hasOwn(ledger.accounts, committee) ? ledger.accounts[committee] : undefined;
  if (!account || committee === ledger?.source) return null;
  return {
    committee: account.name[language],
    currentYear: Number(stockholmDate(now).slice(0, 4)),
    years: await yearsLeft(tx, id, { committee, ...(except !== undefined && { except }) }),
  };
}

/** A request as typed, and the case it is of where it is changed: that never stands in its own way. */
interface Requested {
  typed: Record<string, unknown>;
  now: Date;
  except?: string;
}

/** What a request lacks cover for, where it is about money that somebody gives, and what stays planned. */
export async function requestCover(
  tx: Tx,
  municipality: Municipality,
  form: FormDefinition,
  { typed, ...asked }: Requested,
): Promise<{ faults: Faults; planned: number[] }> {
  const { amounts: field } = form.bindings;
  const giver = boundAnswer(form, 'givingCommittee', typed as Answers);
  if (field === undefined || giver === undefined) return { faults: {}, planned: [] };
  const language = municipality.defaultLanguage;
  const cover = await readCover(tx, municipality, giver, { ...asked, language });
  if (!cover) return { faults: {}, planned: [] };
  return {
    faults: coverFaults(typed[field], cover, field),
    planned: plannedOnly(typed[field], cover),
  };
}

/** The same for a request that is sent in again; throws `form.invalid` where it has no cover. */
export async function refuseUncovered(
  tx: Tx,
  { municipalities, clock }: Pick<ServerContext, 'municipalities' | 'clock'>,
  { kind, municipality_id: municipalityId, case_id: except }: Task,
  { form, typed }: { form: FormDefinition; typed: Record<string, unknown> },
): Promise<void> {
  const municipality = municipalities.get(municipalityId);
  if (!municipality || !answeredWithApplication.includes(kind)) return;
  const { faults } = await requestCover(tx, municipality, form, { typed, now: clock(), except });
  if (Object.keys(faults).length > 0) throw new DomainError('form.invalid', {}, faults);
}

/** What each of those has who may give the money of a request that is changed; nothing for other forms. */
export async function coverToChoose(
  tx: Tx,
  municipality: Municipality,
  form: FormDefinition,
  asked: Asked,
): Promise<Record<string, GiverCover>> {
  const { amounts, givingCommittee } = form.bindings;
  if (amounts === undefined || givingCommittee === undefined) return {};
  const covers: Record<string, GiverCover> = {};
  for (const committee of Object.keys(municipality.ledger?.accounts ?? {})) {
    const cover = await readCover(tx, municipality, committee, asked);
    if (cover) covers[committee] = cover;
  }
  return covers;
}

/** What a transfer that is checked moves, and what its giver has for that. */
export interface CheckedMoney {
  amounts: AmountsAnswer;
  cover: GiverCover;
}

/** The money of a transfer that a controller checks; null where nothing limits it. */
export async function moneyToCheck(
  tx: Tx,
  forms: FormRegistry,
  municipality: Municipality,
  { task, now, language }: { task: Task; now: Date; language: Language },
): Promise<CheckedMoney | null> {
  const { municipality_id: municipalityId, case_id: except } = task;
  const { form_reference, answers } = await getApplication(tx, municipalityId, except);
  const asked = requestedTransfer(forms.get(form_reference), answers);
  if (!asked) return null;
  const cover = await readCover(tx, municipality, asked.giver, { now, language, except });
  return cover && { amounts: asked.amounts, cover };
}

/** What is wrong with a controller's yes. */
export function faultsOfCheck(answers: Answers, money: CheckedMoney | null): Faults {
  return money ? checkFaults(answers, money.amounts, money.cover) : {};
}

/** The controller's form with what there is for each year at the field about it, in all languages. */
export function withCoverHelp(
  form: FormDefinition,
  inLanguage: Readonly<Record<Language, CheckedMoney | null>>,
): FormDefinition {
  const key = 'field.cover.help';
  const textsIn = (language: Language): Record<string, string> => {
    const money = inLanguage[language];
    const said = money ? coverInWords(money, language) : '';
    const own = form.texts[language];
    return { ...own, [key]: `${own[key] ?? ''} ${said}`.trim() };
  };
  const texts = Object.fromEntries(languages.map((language) => [language, textsIn(language)]));
  return { ...form, texts: texts as FormDefinition['texts'] };
}

function coverInWords({ amounts, cover }: CheckedMoney, language: Language): string {
  const t = translator(language, 'common');
  return coverStands(amounts, cover)
    .flatMap((stand) => {
      const { key, values } = coverSentence(stand, cover, language);
      const reserved = formatOre(stand.reserved, language);
      return [t(key, values), ...(stand.reserved > 0 ? [t('cover.reserved', { reserved })] : [])];
    })
    .join(' ');
}
