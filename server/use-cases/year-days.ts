import type { Tx } from '../../database/database';
import { casesOfProcess } from '../../database/repositories/case.repository';
import { groupTerms } from '../../database/repositories/group.repository';
import { lastDaysToEvaluate, lastDaysToVote } from '../../database/repositories/wheel.repository';
import type { OtherDayView } from '../../domain/api/follow-up';
import { stockholmDate } from '../../domain/calendar';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { dialogueForum } from '../../domain/processes/dialogue-forum';
import { listForums } from './read-forums';

/** The days of a year beside the follow-up's own: forums, last days to vote and to evaluate, terms that end. */
export async function otherDays(
  tx: Tx,
  municipality: Municipality,
  { language, now }: { language: Language; now: Date },
): Promise<OtherDayView[]> {
  const { id } = municipality;
  return [
    ...(await forumDays(tx, municipality, now)),
    ...(await lastDaysToVote(tx, id)).map((each) => lastDay('voteDeadline', each)),
    ...(await lastDaysToEvaluate(tx, id)).map((each) => lastDay('planDeadline', each)),
    ...(await endsOfTerms(tx, municipality, language)),
  ];
}

async function forumDays(tx: Tx, municipality: Municipality, now: Date): Promise<OtherDayView[]> {
  const cases = await casesOfProcess(tx, municipality.id, dialogueForum.name);
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  return (await listForums(tx, municipality, now))
    .filter(({ state }) => state !== 'cancelled')
    .map(({ caseId, day, title }) => ({
      ...{ kind: 'forum', day, endedOn: null, what: title, count: 1 },
      ...{ caseId, number: numbers.get(caseId) ?? null },
    }));
}

function lastDay(
  kind: 'voteDeadline' | 'planDeadline',
  {
    deadline,
    ended_at: at,
    case_id: caseId,
    number,
  }: Awaited<ReturnType<typeof lastDaysToVote>>[number],
): OtherDayView {
  const endedOn = at && stockholmDate(at);
  return { kind, day: deadline, endedOn, what: null, count: 1, caseId, number };
}

/** How many terms of a group end on a day; who sits there is on the group's page. */
async function endsOfTerms(
  tx: Tx,
  { id, groups = {} }: Municipality,
  language: Language,
): Promise<OtherDayView[]> {
  const counts = new Map<string, OtherDayView>();
  for (const { group, to: day } of await groupTerms(tx, id)) {
    const name = groups[group]?.name[language];
    if (day === null || name === undefined) continue;
    const count = (counts.get(`${group} ${day}`)?.count ?? 0) + 1;
    counts.set(`${group} ${day}`, {
      ...{ kind: 'termsEnd', day, endedOn: null, what: name, count },
      ...{ caseId: null, number: null },
    });
  }
  return [...counts.values()];
}
