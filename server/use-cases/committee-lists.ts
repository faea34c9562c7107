import type { Tx } from '../../database/database';
import {
  findCommittee,
  committeesOn,
  meetingsOf,
} from '../../database/repositories/committee.repository';
import { findMatter } from '../../database/repositories/matter.repository';
import { applicationsOfCase } from '../../database/repositories/submission.repository';
import { stockholmDate } from '../../domain/calendar';
import { outcomesOf } from '../../domain/committees/committee';
import { formatDate } from '../../domain/format';
import { listsOf, withLists, type FormLists, type ListItem } from '../../domain/forms/lists';
import type { FormDefinition } from '../../domain/forms/types';
import type { languages } from '../../domain/language';
import { type Localized } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { translator } from '../../domain/texts';

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

/** A form as it is asked now: with the committees there are, where it asks for any. */
export async function asAsked(
  tx: Tx,
  municipalityId: string,
  form: FormDefinition,
  now: Date,
): Promise<FormDefinition> {
  if (!listsOf(form).includes('committees')) return form;
  return withLists(form, { committees: await committeeList(tx, { id: municipalityId }, now) });
}

/**
 * What a secretary chooses from about a case: the meetings of its body that have been, how it can have
 * dealt with it, and the versions of the report.
 */
export async function listsForRecord(
  tx: Tx,
  municipalityId: string,
  caseId: string,
  now: Date,
): Promise<FormLists> {
  const today = stockholmDate(now);
  const matter = await findMatter(tx, municipalityId, caseId);
  const body =
    matter && (await findCommittee(tx, municipalityId, { id: matter.committee, day: today }));
  if (!body) return {};
  const meetings = await meetingsOf(tx, municipalityId, body.id);
  const reports = await applicationsOfCase(tx, municipalityId, caseId);
  return {
    meetings: meetings
      .filter(({ day }) => day <= today)
      .toReversed()
      .map(({ day }) => ({ value: day, label: inWords((language) => formatDate(day, language)) })),
    outcomes: outcomesOf(body.kind, matter.part).map((value) => ({
      value,
      label: inWords((language) => translator(language, 'common')(`committees.outcomes.${value}`)),
    })),
    reports: reports
      .map(({ submitted_at: at }, i) => ({
        value: String(i + 1),
        label: inWords((language) =>
          translator(language, 'common')('committees.reportVersion', {
            version: i + 1,
            date: formatDate(at.toISOString(), language),
          }),
        ),
      }))
      .toReversed(),
  };
}

function inWords(write: (language: (typeof languages)[number]) => string): Localized {
  return { sv: write('sv'), en: write('en') };
}
