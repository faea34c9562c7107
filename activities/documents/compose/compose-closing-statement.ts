import { formatDate } from '../../../domain/format';
import type { Between } from '../../../domain/ledger/posting';
import type { ResettlingCause } from '../../../domain/ledger/resettling';
import { sumsOfSettled, type SettledLine } from '../../../domain/ledger/settlement';
import type { LedgerConfiguration } from '../../../domain/ledger/coding';
import { formatOre, sumOf } from '../../../domain/money';
import type { Block, DocumentContent } from '../content';
import { caseFrame, documentTexts, heading, paragraph, type DocumentInput } from './frame';

/** One year of a transfer: what was decided and posted, and how it was settled. */
export interface ClosedYear {
  year: number;
  /** In öre. */
  planned: number;
  posted: number;
  carriedIn: number;
  /** The transfer of the year was taken back. */
  reversed: boolean;
  /** Nothing was moved in the year: the transfer was broken off before. */
  dropped: boolean;
  settled?: {
    lines: readonly SettledLine[];
    decision: string;
    /** Why the settlement was changed afterwards. */
    changed: readonly ResettlingCause[];
    /** Instant. */
    at: string;
    number: string;
  };
}

export interface ClosingStatementInput extends DocumentInput {
  /** Diary number. */
  number: string;
  /** What the request is called. */
  title: string;
  between: Between;
  /** What the transfer rests on. */
  decision: string;
  years: readonly ClosedYear[];
  ledger: LedgerConfiguration;
}

const columns = ['planned', 'posted', 'carriedIn', 'used', 'returned', 'carriedOver'] as const;

/** Says for every year what was decided, posted, used, given back and carried over, and that it sums. */
export function composeClosingStatement(input: ClosingStatementInput): DocumentContent {
  const { language, between, ledger, number, title, years } = input;
  const t = documentTexts(input);
  const nameOf = (id: string) => ledger.accounts[id]?.name[language] ?? id;
  const names = { giver: nameOf(between.giver), receiver: nameOf(between.receiver) };
  const kronor = (ore: number) => formatOre(ore, language);
  const rows = years.map((year) => ({ year, figures: figuresOf(year) }));
  const totals = columns.map((column) => sumOf(rows.map(({ figures }) => figures[column])));
  const total = (column: (typeof columns)[number]) => totals[columns.indexOf(column)] ?? 0;
  const difference = total('posted') - total('used') - total('returned');
  return {
    ...caseFrame(input, { number, dated: input.createdAt }),
    recipient: [names.giver, names.receiver],
    title: t('closingStatement.title'),
    blocks: [
      paragraph(title),
      paragraph(t('closingStatement.intro', names)),
      paragraph(
        t('closingStatement.balances', {
          ...names,
          posted: `${kronor(total('posted'))} kr`,
          used: `${kronor(total('used'))} kr`,
          returned: `${kronor(total('returned'))} kr`,
          difference: `${kronor(difference)} kr`,
        }),
      ),
      heading(2, t('closingStatement.years')),
      {
        kind: 'table',
        header: [
          t('closingStatement.year'),
          ...columns.map((column) => t(`closingStatement.${column}`)),
        ],
        rows: [
          ...rows.map(({ year: { year }, figures }) => [
            String(year),
            ...columns.map((column) => kronor(figures[column])),
          ]),
          [t('closingStatement.total'), ...totals.map(kronor)],
        ],
        rowHeaders: true,
        total: true,
      },
      {
        kind: 'facts',
        rows: [{ label: t('closingStatement.transferDecision'), value: input.decision }],
      },
      ...years.flatMap((year) => yearBlocks(input, year)),
    ],
    attachment: {
      name: 'closing-statement.json',
      description: t('closingStatement.attachment'),
      data: { number, title, between, decision: input.decision, years },
    },
  };
}

function figuresOf({ planned, posted, carriedIn, settled }: ClosedYear) {
  const { used, returned, carriedOver } = sumsOfSettled(settled?.lines ?? []);
  return { planned, posted, carriedIn, used, returned, carriedOver };
}

/** The lines of a year and what its settlement rests on. */
/** That a year's settlement was changed, and every reason why, in one paragraph. */
function changedBlocks(
  causes: readonly ResettlingCause[],
  t: ReturnType<typeof documentTexts>,
): Block[] {
  if (causes.length === 0) return [];
  const said = (['year', ...causes] as const).map((each) => t(`closingStatement.changed.${each}`));
  return [paragraph(said.join(' '))];
}

function yearBlocks(input: ClosingStatementInput, closed: ClosedYear): Block[] {
  const { language } = input;
  const t = documentTexts(input);
  const { year, settled, reversed, dropped } = closed;
  if (!settled && !reversed && !dropped) return [];
  const kronor = (ore: number) => formatOre(ore, language);
  const header = ['line', 'moved', 'used', 'returned', 'carriedOver'] as const;
  const sums = sumsOfSettled(settled?.lines ?? []);
  const cells = (line: Pick<SettledLine, 'moved' | 'used' | 'returned' | 'carriedOver'>) =>
    [line.moved, line.used, line.returned, line.carriedOver].map(kronor);
  return [
    heading(2, String(year)),
    ...(reversed ? [paragraph(t('closingStatement.reversed'))] : []),
    ...(dropped ? [paragraph(t('closingStatement.dropped'))] : []),
    ...changedBlocks(settled?.changed ?? [], t),
    ...(settled
      ? ([
          {
            kind: 'table',
            header: header.map((column) => t(`closingStatement.${column}`)),
            rows: [
              ...settled.lines.map((line) => [line.name, ...cells(line)]),
              [t('closingStatement.total'), ...cells(sums)],
            ],
            rowHeaders: true,
            total: true,
          },
          {
            kind: 'facts',
            rows: [
              { label: t('closingStatement.restDecision'), value: settled.decision },
              {
                label: t('closingStatement.settledOn'),
                value: formatDate(settled.at, language),
              },
              { label: t('closingStatement.settlementCase'), value: settled.number },
            ],
          },
        ] satisfies Block[])
      : []),
  ];
}
