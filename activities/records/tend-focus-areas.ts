import { fingerprint } from '../../database/fingerprint';
import { openCase } from '../../database/open-case';
import { answersOf, collectionsOf } from '../../database/repositories/collection.repository';
import {
  focusListsOf,
  insertFocusList,
  insertFocusResult,
} from '../../database/repositories/focus.repository';
import { allParties } from '../../database/repositories/party.repository';
import { getApplication, latestAnswer } from '../../database/repositories/submission.repository';
import { turnsOf } from '../../database/repositories/wheel.repository';
import { countVotes, type FocusVote } from '../../domain/focus/count-votes';
import {
  areasIn,
  type FocusArea,
  type FocusAreasConfiguration,
  type FocusResult,
} from '../../domain/focus/focus-areas';
import { focusReference } from '../../domain/focus/focus-forms';
import { proposedAreas, type Support } from '../../domain/focus/proposed-areas';
import { formFields } from '../../domain/follow-up/field-names';
import { focusAreas as form } from '../../domain/forms/definitions/focus-areas';
import type { Answers } from '../../domain/forms/types';
import type { FocusStand, FocusStep } from '../../domain/process';
import { focusAreas } from '../../domain/processes/focus-areas';
import { translator } from '../../domain/texts';
import type { Recording } from './record-steps';

/** More proposals than anybody reads; all of them stand in the report. */
const mostProposals = 200;

/**
 * When the report of a year is published, its focus areas are chosen, where the municipality has any. The
 * step that publishes is recorded once, so it begins once.
 */
export async function beginFocusAreas(recording: Recording): Promise<void> {
  const { tx, municipality, current, at } = recording;
  if (!municipality.followUp?.focusAreas || !municipality.processes[focusAreas.name]) return;
  const turns = await turnsOf(tx, municipality.id);
  const year = turns.find(({ caseId }) => caseId === current.id)?.year;
  if (year === undefined) return;
  const proposals = await proposalsIn(recording);
  const t = translator(municipality.defaultLanguage, 'document');
  await openCase(
    { tx, municipality, at },
    {
      ...{ process: focusAreas, title: t('focusAreas.title', { year }), form },
      answers: { year: String(year), ...(proposals.length > 0 && { proposals }) },
      details: { from: current.id, year },
    },
  );
}

/** What was proposed in all answers of a follow-up, late ones too, the most proposed first. */
async function proposalsIn({ tx, municipality, current }: Recording): Promise<Answers[]> {
  const [collection] = await collectionsOf(tx, municipality.id, current.id);
  if (!collection) return [];
  const key = { caseId: current.id, key: collection.step_key };
  const given = await answersOf(tx, municipality.id, key);
  const proposed = proposedAreas(
    given.map(({ side, answers }) => ({ side, proposals: answers?.[formFields.proposals] })),
  );
  const t = translator(municipality.defaultLanguage, 'document');
  const by = (support: Support) => {
    if (support.known === 'few') return t('focusAreas.by.few');
    const { all } = support;
    if (support.known === 'all') return t('focusAreas.by.all', { all });
    const { sector, municipality: own } = support;
    if (own === 0) return t('focusAreas.by.onlySector', { all });
    if (sector === 0) return t('focusAreas.by.onlyMunicipality', { all });
    return t('focusAreas.by.sides', { all, sector, municipality: own });
  };
  return proposed.slice(0, mostProposals).map(({ area, reasons, support }) => ({
    area,
    ...(reasons.length > 0 && { why: reasons.join('\n') }),
    by: by(support),
  }));
}

/** The form that asks about the focus areas of a case: for its short list, or about what is on the latest list. */
export async function focusForm(
  { tx, municipality, current }: Pick<Recording, 'tx' | 'municipality' | 'current'>,
  asked: 'shortlist' | 'vote' | 'tie',
): Promise<string> {
  if (asked === 'shortlist') return focusReference({ form: asked, ...rulesOf(municipality) });
  const year = await yearOf({ tx, municipality, current });
  const list = (await focusListsOf(tx, municipality.id, year)).at(-1);
  if (list?.kind !== asked) throw new Error('focus.noList');
  return focusReference({ form: asked, year, version: list.version });
}

/** Takes the focus areas a step further, and says how they stand then. */
export function takeFocusStep(recording: Recording, step: FocusStep): Promise<FocusStand> {
  return steps[step](recording);
}

const steps: Record<FocusStep, (recording: Recording) => Promise<FocusStand>> = {
  list: keepList,
  count,
  tieBroken,
  decided: async (recording) =>
    choose(recording, { areas: await shortlisted(recording), way: 'group' }),
};

/** What the parties vote on; where there is room for all of it, they need not. */
async function keepList(recording: Recording): Promise<FocusStand> {
  const { tx, municipality, current, at } = recording;
  const areas = await shortlisted(recording);
  const { most, ties } = rulesOf(municipality);
  if (areas.length <= most) {
    return choose(recording, { areas, way: areas.length === 0 ? 'emptyList' : 'wholeList' });
  }
  await insertFocusList(tx, municipality.id, {
    ...{ year: await yearOf(recording), case_id: current.id, kind: 'vote' },
    ...{ content: { areas, room: most, ...(ties && { ties }) }, made_at: at },
  });
  return 'vote';
}

/** Of what the parties have sent. Nobody can vote any more: that is recorded in the same step. */
async function count(recording: Recording): Promise<FocusStand> {
  const { tx, municipality, current, at } = recording;
  const year = await yearOf(recording);
  const list = (await focusListsOf(tx, municipality.id, year)).at(-1);
  if (!list) throw new Error('focus.noList');
  const { areas, room: most, ties } = list.content;
  const { tally, outcome } = countVotes({
    ...{ list: areas, rules: { most, ...(ties && { ties }) } },
    ...(await votesIn(recording)),
  });
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => areas.find((each) => each.id === id) ?? []);
  if (outcome.state === 'chosen') {
    return choose(recording, { areas: named(outcome.areas), way: 'votes', tally });
  }
  const { among, room } = outcome;
  await insertFocusList(tx, municipality.id, {
    ...{ year, case_id: current.id, kind: 'tie', made_at: at },
    content: { areas: named(among), room, chosen: named(outcome.areas), tally },
  });
  return 'tied';
}

async function votesIn({ tx, municipality, current }: Recording) {
  const collection = (await collectionsOf(tx, municipality.id, current.id)).at(-1);
  if (!collection) throw new Error('collection.unknown');
  const asked = await answersOf(tx, municipality.id, {
    caseId: current.id,
    key: collection.step_key,
  });
  const given = asked.filter(({ answered_at: at }) => at !== null);
  const votes = given
    .toSorted((a, b) => Number(a.answered_at) - Number(b.answered_at))
    .flatMap(({ party_id: party, answers }): FocusVote[] =>
      party === null ? [] : [{ party, areas: chosenIn(answers) }],
    );
  const parties = (await allParties(tx, municipality.id)).filter(({ ended_on: ended }) => !ended);
  const isParty = new Set(parties.map(({ id }) => id));
  const couldVote = asked.filter(({ party_id: party }) => party !== null && isParty.has(party));
  return { votes, asked: couldVote.length, parties: isParty };
}

/** The contact point has chosen among what the votes did not tell apart. */
async function tieBroken(recording: Recording): Promise<FocusStand> {
  const { tx, municipality, current } = recording;
  const lists = await focusListsOf(tx, municipality.id, await yearOf(recording));
  const content = lists.findLast(({ kind }) => kind === 'tie')?.content;
  const said = await latestAnswer(tx, municipality.id, { caseId: current.id, kind: 'breakTie' });
  if (!content || !said) throw new Error('focus.noList');
  const { areas, chosen = [], tally } = content;
  const picked = chosenIn(said.answers);
  const { reason } = said.answers;
  return choose(recording, {
    areas: [...chosen, ...areas.filter(({ id }) => picked.includes(id))],
    way: tally?.voted === 0 ? 'nobodyVoted' : 'tieBroken',
    ...(tally && { tally }),
    ...(typeof reason === 'string' && { reason }),
  });
}

async function choose(recording: Recording, content: FocusResult): Promise<FocusStand> {
  const { tx, municipality, current, at } = recording;
  await insertFocusResult(tx, municipality.id, {
    ...{ year: await yearOf(recording), case_id: current.id, content },
    ...{ sha256: fingerprint(content), decided_at: at },
  });
  return 'chosen';
}

/** What the contact point sent in last. */
async function shortlisted({ tx, municipality, current }: Recording): Promise<FocusArea[]> {
  const said = await latestAnswer(tx, municipality.id, { caseId: current.id, kind: 'shortlist' });
  if (!said) throw new Error('focus.noList');
  return areasIn(said.answers);
}

function chosenIn(answers: Answers | null): readonly string[] {
  const areas = answers?.['areas'];
  return Array.isArray(areas) ? (areas as readonly string[]) : [];
}

async function yearOf({
  tx,
  municipality,
  current,
}: Pick<Recording, 'tx' | 'municipality' | 'current'>): Promise<number> {
  const { answers } = await getApplication(tx, municipality.id, current.id);
  return Number(answers['year']);
}

function rulesOf({ followUp }: Recording['municipality']): FocusAreasConfiguration {
  if (!followUp?.focusAreas) throw new Error('task.unconfigured');
  return followUp.focusAreas;
}
