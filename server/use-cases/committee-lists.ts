import type { Tx } from '../../database/database';
import {
  findCommittee,
  committeesOn,
  meetingsOf,
} from '../../database/repositories/committee.repository';
import { findCommission } from '../../database/repositories/commission.repository';
import { casesOfProcess, getCase } from '../../database/repositories/case.repository';
import { decisionsOfCases } from '../../database/repositories/decision.repository';
import {
  circulationsOf,
  findMatter,
  mattersOf,
  type Matter,
} from '../../database/repositories/matter.repository';
import { applicationsOfCase } from '../../database/repositories/submission.repository';
import { stockholmDate } from '../../domain/calendar';
import { everyOffice } from '../../domain/committees/commission';
import { outcomesOf } from '../../domain/committees/committee';
import { formatDate } from '../../domain/format';
import { isListed } from '../../domain/forms/field-schema';
import { listsOf, withLists, type FormLists, type ListItem } from '../../domain/forms/lists';
import type { FormDefinition } from '../../domain/forms/types';
import { occasionItems } from '../../domain/forum/occasions';
import { inLanguages } from '../../domain/language';
import { ownOffices, type Municipality, type Office } from '../../domain/municipality';
import { circulation } from '../../domain/processes/circulation';
import { firstAgreement } from '../../domain/processes/first-agreement';
import { translator } from '../../domain/texts';
import { budgetLinesOf } from './forum-budget';

/** The bodies that a matter can be sent to now. */
export async function committeeList(
  tx: Tx,
  { id }: Pick<Municipality, 'id'>,
  now: Date,
): Promise<ListItem[]> {
  const today = stockholmDate(now);
  const committees = await committeesOn(tx, id, today);
  return committees
    .filter(({ ended_on: ended }) => ended === null || ended > today)
    .map(({ id: value, name }) => ({ value, label: name }));
}

/** What a case is begun with: the bodies there are, and those of them that money can go between. */
export async function listsToBegin(
  tx: Tx,
  {
    id,
    ledger,
    numbers,
  }: Pick<Municipality, 'id' | 'ledger'> & Partial<Pick<Municipality, 'numbers'>>,
  now: Date,
): Promise<FormLists> {
  const committees = await committeeList(tx, { id }, now);
  const { accounts = {}, source } = ledger ?? {};
  // What every budget comes from has none of its own: its money is moved by deciding on budgets.
  const accountHolders = committees.filter(
    ({ value }) => Object.hasOwn(accounts, value) && value !== source,
  );
  const budgetLines = numbers ? await lineList(tx, { id, numbers }, now) : [];
  const firstAgreements = await firstAgreementList(tx, id);
  return { committees, accountHolders, budgetLines, firstAgreements };
}

/** What a meeting that is planned now can be part of. */
async function firstAgreementList(tx: Tx, municipalityId: string): Promise<ListItem[]> {
  const cases = await casesOfProcess(tx, municipalityId, firstAgreement.name);
  const open = cases.filter(({ closed_at: closed, ending }) => closed === null && ending === null);
  return occasionItems(open.map(({ id, organisation_name: title }) => ({ id, title })));
}

/** The lines that the leading committee has money on this year or the next; a name that no list can offer is left out. */
async function lineList(
  tx: Tx,
  municipality: Pick<Municipality, 'id' | 'numbers'>,
  now: Date,
): Promise<ListItem[]> {
  const year = Number(stockholmDate(now).slice(0, 'YYYY'.length));
  const lines = [
    ...(await budgetLinesOf(tx, municipality, year)),
    ...(await budgetLinesOf(tx, municipality, year + 1)),
  ];
  const names = [...new Set(lines.map(({ line }) => line))].filter(isListed);
  return names.map((name) => ({ value: name, label: { sv: name, en: name } }));
}

/** A form as it is asked now: with the committees there are, where it asks for any. */
export async function asAsked(
  tx: Tx,
  municipality: Pick<Municipality, 'id' | 'ledger'>,
  form: FormDefinition,
  now: Date,
): Promise<FormDefinition> {
  if (listsOf(form).length === 0) return form;
  return withLists(form, await listsToBegin(tx, municipality, now));
}

/**
 * What a secretary chooses from about a case: the meetings of its body that have been, how it can have
 * dealt with it, and the versions of the report.
 * @param corrected of a record that is corrected, whose it is, as the case may have gone over to another body
 * since, whom the matter has been forwarded to by it, and which meetings it can have been made at
 */
export async function listsForRecord(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  {
    now,
    municipality,
    corrected,
  }: {
    now: Date;
    municipality: Pick<Municipality, 'offices'> | undefined;
    corrected?: { decidedBy: string; forwardedTo: readonly string[]; meetings: MeetingBounds };
  },
): Promise<FormLists> {
  const today = stockholmDate(now);
  const given = await findCommission(tx, municipalityId, caseId);
  if (given) return { meetings: await heldMeetings(tx, municipalityId, given.committee, today) };
  const matter = await findMatter(tx, municipalityId, caseId);
  const id = corrected?.decidedBy ?? matter?.committee;
  const body =
    id === undefined ? undefined : await findCommittee(tx, municipalityId, { id, day: today });
  if (!matter || !body) return {};
  const reports = await applicationsOfCase(tx, municipalityId, caseId);
  const held = await heldMeetings(tx, municipalityId, body.id, today);
  // What a body tabled it takes up at a later meeting.
  const bounds = corrected?.meetings ?? { after: await tabledOn(tx, municipalityId, caseId) };
  const isReferredOnce = await wasReferredByThird(tx, matter);
  return {
    meetings: meetingsWithin(held, bounds),
    offices: officeList(ownOffices(municipality?.offices ?? [])),
    committees: await committeesToForwardTo(tx, matter, {
      now,
      kept: corrected?.forwardedTo ?? [],
    }),
    outcomes: outcomesOf(body.kind, matter.part, { isReferredOnce }).map((value) => ({
      value,
      label: inLanguages((language) =>
        translator(language, 'common')(`committees.outcomes.${value}`),
      ),
    })),
    reports: reports
      .map(({ submitted_at: at }, i) => ({
        value: String(i + 1),
        label: inLanguages((language) =>
          translator(language, 'common')('committees.reportVersion', {
            version: i + 1,
            date: formatDate(at.toISOString(), language),
          }),
        ),
      }))
      .toReversed(),
  };
}

/**
 * The bodies that are not to deal with the matter already, or only by the record itself; none where nobody
 * decides its order freely.
 */
async function committeesToForwardTo(
  tx: Tx,
  matter: Matter,
  { now, kept }: { now: Date; kept: readonly string[] },
): Promise<ListItem[]> {
  const { municipality_id: id, parent_case_id: caseId, round_key: round } = matter;
  const parent = await getCase(tx, id, caseId);
  const sent = (await circulationsOf(tx, id, caseId)).find((each) => each.round_key === round);
  if (parent.process !== circulation.name || !sent || sent.ended_at !== null) return [];
  const there = (await mattersOf(tx, id, { caseId, round })).map(({ committee }) => committee);
  const today = (await committeeList(tx, { id }, now)).map(({ value }) => value);
  const all = await committeesOn(tx, id, stockholmDate(now));
  return all
    .map(({ id: value, name }) => ({ value, label: name }))
    .filter(
      ({ value }) =>
        // A body that the record names stays in it, also when it has ended since.
        kept.includes(value) || (today.includes(value) && !there.includes(value)),
    );
}

/** The day of the meeting where a case was tabled that has not come up since. */
async function tabledOn(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<string | undefined> {
  const last = (await decisionsOfCases(tx, municipalityId, [caseId])).at(-1);
  return last?.outcome === 'table' ? last.meeting_day : undefined;
}

/** Whether one third have had the matter referred back in a round before this one. */
async function wasReferredByThird(
  tx: Tx,
  { municipality_id: id, parent_case_id: caseId, round_key: own }: Matter,
): Promise<boolean> {
  const rounds = await circulationsOf(tx, id, caseId);
  const earlier = rounds.slice(
    0,
    Math.max(
      0,
      rounds.findIndex((each) => each.round_key === own),
    ),
  );
  const cases: string[] = [];
  for (const { round_key: round } of earlier) {
    const matters = await mattersOf(tx, id, { caseId, round });
    cases.push(...matters.flatMap((each) => each.case_id ?? []));
  }
  const decisions = await decisionsOfCases(tx, id, cases);
  return decisions.some(({ outcome }) => outcome === 'referBackByThird');
}

/** Which meetings a record can be of, by days (`YYYY-MM-DD`). */
export interface MeetingBounds {
  /** It comes after what the body recorded on this day, */
  after?: string | undefined;
  /** and before what it recorded on this one. */
  before?: string | undefined;
  /** Its minutes were adjusted, or announced, on this day. */
  last?: string | undefined;
  /** Its own, also where the meeting has been moved or cancelled since. */
  own?: string;
}

function meetingsWithin(
  held: readonly ListItem[],
  { after = '', before, last, own }: MeetingBounds,
): ListItem[] {
  const within = held.filter(
    ({ value }) =>
      value === own ||
      (value > after &&
        (before === undefined || value < before) &&
        (last === undefined || value <= last)),
  );
  const isThere = own === undefined || within.some(({ value }) => value === own);
  return isThere ? within : [...within, meetingItem(own)];
}

/** The meetings that have been, the latest first. */
async function heldMeetings(
  tx: Tx,
  municipalityId: string,
  committee: string,
  today: string,
): Promise<ListItem[]> {
  const meetings = await meetingsOf(tx, municipalityId, committee);
  return meetings
    .filter(({ day }) => day <= today)
    .toReversed()
    .map(({ day }) => meetingItem(day));
}

function meetingItem(day: string): ListItem {
  return { value: day, label: inLanguages((language) => formatDate(day, language)) };
}

/** The offices, and all of them at once. */
function officeList(offices: readonly Office[]): ListItem[] {
  if (offices.length === 0) return [];
  const all = inLanguages((language) => translator(language, 'common')('committees.everyOffice'));
  return [
    ...offices.map(({ id: value, name: label }) => ({ value, label })),
    { value: everyOffice, label: all },
  ];
}
