import { linesOf } from '../../../domain/forms/clean-text';
import type { CommitteeOutcome } from '../../../domain/committees/committee';
import type { MatterReport } from '../../../domain/committees/dispatch';
import type { MemberSeat } from '../../../domain/committees/member';
import { formatDate } from '../../../domain/format';
import type { Block, DocumentContent } from '../content';
import {
  caseFrame,
  documentTexts,
  heading,
  paragraph,
  paragraphs,
  type DocumentInput,
} from './frame';

/** What the secretary recorded: the answers of `committee-record`. */
export interface DecisionRecord {
  outcome: CommitteeOutcome;
  serving: readonly { name: string; party?: string; seat: MemberSeat }[];
  conflicts?: readonly { name: string; why?: string }[];
  floorProposals?: readonly { name: string; proposal: string }[];
  questions?: string;
  votes?: readonly { question: string; yes: string; no: string; abstained?: string }[];
  referralVotes?: string;
  referralReasons?: string;
  wording: string;
  reservations?: readonly { name: string; text: string }[];
  /** One on each line. */
  recipients: string;
}

/** Who says that the extract agrees with the minutes, and when. */
export interface Certification {
  by: string;
  /** `YYYY-MM-DD` */
  on: string;
}

export interface ExtractInput extends DocumentInput {
  /** Diary number at the body. */
  number: string;
  /** What the body was called on the day. */
  committee: string;
  /** What the body is called that it prepares for, where this is its proposal to that one. */
  preparesFor?: string;
  report: MatterReport;
  decision: DecisionRecord;
  /** `YYYY-MM-DD`, as all days here. */
  meetingOn: string;
  paragraph: string;
  /** It stands for an earlier record that was wrong. */
  corrects: boolean;
  adjustedOn?: string;
  announcedOn?: string;
  /** Left out for a draft. */
  certified?: Certification;
}

/** An extract from the minutes, laid out as the minutes are (000): a draft until it is certified. */
export function composeExtract(input: ExtractInput): DocumentContent {
  const { report, decision, committee, number, certified, corrects, language } = input;
  const t = documentTexts(input);
  const { letterhead, ...frame } = caseFrame(input, { number, dated: input.createdAt });
  return {
    ...frame,
    letterhead: { ...letterhead, office: committee },
    reference: [
      { label: t('extract.record'), value: t('extract.kind') },
      { label: t('extract.number'), value: number },
      { label: t('extract.meeting'), value: formatDate(input.meetingOn, language) },
    ],
    title: t('extract.title', { paragraph: input.paragraph, title: report.title }),
    blocks: [
      ...(certified ? [] : [notice(t('extract.draft'))]),
      ...(corrects ? [notice(t('extract.corrects'))] : []),
      heading(2, t('officialReport.summary')),
      ...paragraphs(report.summary),
      ...listed(t('officialReport.basis'), linesOf(report.basis ?? '')),
      ...listed(t('extract.conflicts'), (decision.conflicts ?? []).map(conflict)),
      ...floor(input),
      heading(2, t('extract.decision', { committee: genitive(input) })),
      ...(input.preparesFor === undefined
        ? []
        : [heading(3, t('extract.proposalTo', { committee: input.preparesFor }))]),
      ...paragraphs(decision.wording),
      ...reasons(input),
      ...reservations(input),
      ...listed(t('officialReport.recipients'), linesOf(decision.recipients)),
      ...listed(
        t('extract.serving'),
        decision.serving.map((each) => member(input, each)),
      ),
      heading(2, t('extract.marks')),
      marks(input),
    ],
    attachment: {
      name: 'decision.json',
      description: t('extract.attachment'),
      data: {
        number,
        committee,
        meetingOn: input.meetingOn,
        paragraph: input.paragraph,
        title: report.title,
        decision,
      },
    },
  };
}

function notice(text: string): Block {
  return { kind: 'notice', text };
}

function listed(title: string, items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [heading(2, title), { kind: 'list', items }];
}

/** Proposals from the floor, the order in which they were put to the question, and the votes. */
function floor(input: ExtractInput): Block[] {
  const { floorProposals = [], questions, votes = [] } = input.decision;
  const t = documentTexts(input);
  const said = floorProposals.map(({ name, proposal }) => t('extract.said', { name, proposal }));
  return [
    ...(said.length === 0
      ? []
      : [heading(2, t('extract.floorProposals', { count: said.length })), ...said.map(paragraph)]),
    ...(questions === undefined
      ? []
      : [heading(2, t('extract.questions')), ...paragraphs(questions)]),
    ...listed(
      t('extract.votes', { count: votes.length }),
      votes.map(({ question, yes, no, abstained = '0' }) =>
        t('extract.vote', { question, yes, no, abstained }),
      ),
    ),
  ];
}

function reasons(input: ExtractInput): Block[] {
  const { referralReasons, referralVotes, serving } = input.decision;
  const t = documentTexts(input);
  if (referralReasons === undefined) return [];
  return [
    heading(2, t('extract.referralReasons')),
    ...paragraphs(referralReasons),
    ...(referralVotes === undefined
      ? []
      : [paragraph(t('extract.third', { votes: referralVotes, present: serving.length }))]),
  ];
}

function reservations(input: ExtractInput): Block[] {
  const { reservations: made = [] } = input.decision;
  const t = documentTexts(input);
  if (made.length === 0) return [];
  return [
    heading(2, t('extract.reservations', { count: made.length })),
    ...made.flatMap(({ name, text }) => [heading(3, name), ...paragraphs(text)]),
  ];
}

function conflict({ name, why }: { name: string; why?: string }): string {
  return why === undefined ? name : `${name}: ${why}`;
}

function member(input: ExtractInput, each: DecisionRecord['serving'][number]): string {
  const { name, party, seat } = each;
  const t = documentTexts(input);
  const who = party === undefined ? name : t('extract.ofParty', { name, party });
  return t(`extract.seats.${seat}`, { who });
}

/** Where minutes have the marks of those who adjust them, the day of the notice and who certifies. */
function marks(input: ExtractInput): Block {
  const { adjustedOn, announcedOn, certified, language } = input;
  const t = documentTexts(input);
  const day = (date: string | undefined) =>
    date === undefined ? t('extract.notYet') : formatDate(date, language);
  return {
    kind: 'facts',
    rows: [
      { label: t('extract.signum'), value: t('extract.inMinutes') },
      { label: t('extract.adjusted'), value: day(adjustedOn) },
      { label: t('extract.announced'), value: day(announcedOn) },
      {
        label: t('extract.certified'),
        value: certified
          ? t('extract.certifiedBy', { name: certified.by, date: day(certified.on) })
          : t('extract.notCertified'),
      },
    ],
  };
}

/** Swedish names of bodies that end in s are their own genitive; English says "of" instead. */
function genitive({ committee, language }: ExtractInput): string {
  return language === 'sv' && !/[sxz]$/i.test(committee) ? `${committee}s` : committee;
}
