import type { AgreementText } from '../agreement';
import { dialogueTimes, type YearsDialogue } from '../dialogue/dialogue-figures';
import { cannotSay, stepOf } from '../forms/rating';
import type { Language } from '../language';
import {
  commentField,
  commitmentCommentField,
  commitmentField,
  formFields,
  numberField,
  ratingField,
} from './field-names';
import {
  bySide,
  givenAnswers,
  isAnswering,
  type Answering,
  type GivenAnswers,
} from './given-answers';
import { changeFinding, lowestFinding, responseFinding } from './findings';
import type {
  CommitmentVerdicts,
  DialogueFigures,
  FollowUpReport,
  NumberFigures,
  PreviousFigures,
  PrincipleRatings,
  RatingFigures,
  RatingsOfSide,
  ReportComment,
  ReportInput,
  ReportPrinciple,
  ReportProposal,
  ThemeFigures,
  VerdictFigures,
} from './report-shapes';
import { responseRows } from './response-rate';
import { sides, type Side } from './respondent';
import { canBeToldApart, countSubjects, guard, shown } from './small-groups';
import { verdicts } from './verdicts';

/** The principles of an agreement as the report names them. */
export function reportPrinciples(texts: Record<Language, AgreementText>): ReportPrinciple[] {
  return texts.sv.principles.map((principle, i) => {
    const english = texts.en.principles[i];
    return {
      id: principle.id,
      title: { sv: principle.title, en: english?.title ?? principle.title },
      commitments: principle.commitments.map(({ id, text }, j) => ({
        id,
        text: { sv: text, en: english?.commitments[j]?.text ?? text },
      })),
    };
  });
}

/**
 * The report of a cycle. In whatever order the respondents come it is the same; what it says of groups
 * of fewer than five is merged or left out, also where a subtraction would tell it. Whoever has left
 * without an answer was not asked; late answers count, and how many they are is said.
 */
export function compileReport(input: ReportInput): FollowUpReport {
  const { cycle, agreementVersion, principles, questions, previous, plan, dialogues } = input;
  const { planEvaluatedIn, focusAreas } = input;
  const counted = input.respondents.filter((each) => isAnswering(each) || each.left !== true);
  const answering = counted.filter(isAnswering);
  const given = givenAnswers(answering);
  const response = responseRows(counted, isAnswering, previous);
  const ratings = principles.map(({ id }) => ratingsOf(id, given, previous));
  const previousYear = previous?.year ?? null;
  const signed = signing(answering);
  return {
    format: 1,
    year: cycle,
    previousYear,
    agreementVersion,
    principles,
    response,
    ratings,
    findings: {
      response: responseFinding(response[0]),
      about: {
        sector: lowestFinding(ratings, 'sector'),
        municipality: lowestFinding(ratings, 'municipality'),
      },
      change: changeFinding(ratings, previousYear),
    },
    commitments: principles.flatMap(({ commitments }) =>
      commitments.map(({ id }) => verdictsOn(id, given)),
    ),
    comments: principles.map((principle) => ({
      principleId: principle.id,
      comments: commentsOn(principle, given, signed),
    })),
    themes: questions.themes,
    matters: byTheme(mattersOf(given), questions.themes),
    dialogues: dialogues ? figuresOfDialogues(dialogues, questions.themes) : null,
    proposals: proposalsOf(given, signed),
    numbers: questions.numbers.map(({ id, label }) => ({ id, label, ...figuresOf(id, given) })),
    plan: plan ?? null,
    ...(planEvaluatedIn !== undefined && { planEvaluatedIn }),
    ...(focusAreas && { focusAreas }),
  };
}

function ratingsOf(
  principleId: string,
  given: GivenAnswers,
  previous: PreviousFigures | undefined,
): PrincipleRatings {
  const before = previous?.ratings.find((each) => each.principleId === principleId);
  const about = (side: Side) => ratingsAbout(principleId, side, given, before?.about[side]);
  return { principleId, about: { sector: about('sector'), municipality: about('municipality') } };
}

function ratingsAbout(
  principleId: string,
  rated: Side,
  given: GivenAnswers,
  before: RatingsOfSide | undefined,
): RatingsOfSide {
  const none = () => ({ steps: [0, 0, 0, 0, 0], cannotSay: 0 });
  const said = [
    ...given(ratingField(principleId, 'Own')).filter(({ from }) => from.side === rated),
    ...given(ratingField(principleId, 'Other')).filter(({ from }) => from.side !== rated),
  ];
  const counts = bySide(said, none, (sum, answer) => {
    const step = stepOf(answer);
    if (step !== undefined) sum.steps[step - 1] = (sum.steps[step - 1] ?? 0) + 1;
    else if (answer === cannotSay) sum.cannotSay += 1;
  });
  const now = guard(
    { sector: ratingFigures(counts.sector), municipality: ratingFigures(counts.municipality) },
    {
      sizeOf: ({ n }) => n,
      add: (one, other) =>
        ratingFigures({
          steps: one.distribution.map((count, i) => count + (other.distribution[i] ?? 0)),
          cannotSay: one.cannotSay + other.cannotSay,
        }),
    },
  );
  const change = (side: Side) => difference(shown(now.by[side]), shown(before?.by[side]));
  return {
    ...now,
    change: {
      sector: change('sector'),
      municipality: change('municipality'),
      together: difference(now.together, before?.together),
    },
  };
}

function ratingFigures(counts: { steps: readonly number[]; cannotSay: number }): RatingFigures {
  const { steps, cannotSay } = counts;
  const n = steps.reduce((total, count) => total + count, 0);
  const points = steps.reduce((total, count, i) => total + count * (i + 1), 0);
  return { n, cannotSay, mean: n === 0 ? 0 : tenths((10 * points) / n), distribution: steps };
}

/** Of the means as they are printed, so that the reader's own subtraction agrees. */
function difference(
  now: RatingFigures | null | undefined,
  before: RatingFigures | null | undefined,
): number | null {
  return now && before ? tenths(10 * now.mean - 10 * before.mean) : null;
}

/** Tenths as a number with one decimal; never minus nothing. */
function tenths(value: number): number {
  return Math.round(value) / 10 + 0;
}

function verdictsOn(commitmentId: string, given: GivenAnswers): CommitmentVerdicts {
  const none = (): VerdictFigures => ({ kept: 0, partly: 0, notKept: 0, cannotSay: 0 });
  const counts = bySide(given(commitmentField(commitmentId)), none, (sum, answer) => {
    const verdict = verdicts.find((each) => each === answer);
    if (verdict) sum[verdict] += 1;
  });
  const both = guard(counts, {
    // Whoever cannot say hides nobody who could.
    sizeOf: ({ kept, partly, notKept }) => kept + partly + notKept,
    add: (one, other) =>
      Object.fromEntries(verdicts.map((each) => [each, one[each] + other[each]])) as VerdictFigures,
  });
  return { commitmentId, ...both };
}

/** How what somebody wrote is signed. */
type Signing = (each: Answering) => { side: Side | null; late?: true };

/**
 * With the side, and whether it was late, where that does not single out a few: the late ones of a side
 * are a group as well, and so are the others of it.
 */
function signing(answering: readonly Answering[]): Signing {
  const size = (is: (each: Answering) => boolean) => answering.filter(is).length;
  const tellsSide = canBeToldApart(sides.map((side) => size((each) => each.side === side)));
  const groups = tellsSide ? sides.map((side) => [side]) : [sides];
  const tellsLate = canBeToldApart(
    groups.flatMap((group) =>
      [true, false].map((late) => size((each) => group.includes(each.side) && each.late === late)),
    ),
  );
  return (each) => ({
    side: tellsSide ? each.side : null,
    ...(tellsLate && each.late && { late: true as const }),
  });
}

/** On the principle first, then on its commitments; each in an order that says nothing of who wrote it. */
function commentsOn(
  { id, commitments }: ReportPrinciple,
  given: GivenAnswers,
  signed: Signing,
): ReportComment[] {
  const inField = (field: string, about: { commitmentId?: string }) =>
    given(field)
      .flatMap(({ from, answer: text }): ReportComment[] =>
        typeof text === 'string' ? [{ text, ...signed(from), ...about }] : [],
      )
      .sort((a, b) => order(textOf(a), textOf(b)));
  return [
    ...inField(commentField(id), {}),
    ...commitments.flatMap((commitment) =>
      inField(commitmentCommentField(commitment.id), { commitmentId: commitment.id }),
    ),
  ];
}

/** All that is shown, so that what is alike there may stand in any order. */
function textOf({ text, side, late }: ReportComment): string {
  return `${text}\n${side ?? ''}\n${late ?? ''}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function proposalsOf(given: GivenAnswers, signed: Signing): ReportProposal[] {
  return given(formFields.proposals)
    .flatMap(({ from, answer }) =>
      itemsOf(answer).flatMap(({ area, why }): ReportProposal[] => {
        if (typeof area !== 'string') return [];
        const { side } = signed(from);
        return [{ area, ...(typeof why === 'string' && { why }), side }];
      }),
    )
    .sort((a, b) => order(JSON.stringify(a), JSON.stringify(b)));
}

function mattersOf(given: GivenAnswers): RaisedTheme[] {
  return given(formFields.matters).flatMap(({ from, answer }) =>
    itemsOf(answer).flatMap(({ theme }) =>
      typeof theme === 'string' ? [{ theme, from: from.id }] : [],
    ),
  );
}

/** Where they are too few to be counted by theme, nothing else is said of them either. */
function figuresOfDialogues(
  dialogues: readonly YearsDialogue[],
  themes: ReportInput['questions']['themes'],
): DialogueFigures {
  const counts = byTheme(
    dialogues.map(({ theme, askedBy }) => ({ theme, from: askedBy })),
    themes,
  );
  return { ...counts, times: counts.total === null ? null : dialogueTimes(dialogues) };
}

/** Something raised under a theme, and by whom. */
interface RaisedTheme {
  theme: string;
  from: string;
}

/** In the order of the themes; what is about none of them comes last. */
function byTheme(
  raised: readonly RaisedTheme[],
  themes: ReportInput['questions']['themes'],
): ThemeFigures {
  const byId = new Map<string, string[]>(themes.map(({ id }) => [id, []]));
  for (const { theme, from } of [...raised].sort((a, b) => order(a.theme, b.theme))) {
    const known = byId.get(theme);
    if (known) known.push(from);
    else byId.set(theme, [from]);
  }
  const counted = countSubjects(
    [...byId].map(([subject, from]) => ({ subject, count: from.length, from: new Set(from) })),
  );
  if (!counted) return { total: null, themes: null };
  return { total: counted.reduce((sum, { count }) => sum + count, 0), themes: counted };
}

function figuresOf(numberId: string, given: GivenAnswers) {
  const none = (): NumberFigures => ({ n: 0, sum: 0 });
  const sums = bySide(given(numberField(numberId)), none, (figures, answer) => {
    if (typeof answer !== 'string' || !/^\d+$/.test(answer)) return;
    figures.n += 1;
    figures.sum += Number(answer);
  });
  return guard(sums, {
    sizeOf: ({ n }) => n,
    add: (one, other) => ({ n: one.n + other.n, sum: one.sum + other.sum }),
  });
}

function itemsOf(answer: unknown): Record<string, unknown>[] {
  return Array.isArray(answer) ? (answer as Record<string, unknown>[]) : [];
}
