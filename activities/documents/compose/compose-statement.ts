import type { Budget } from '../../../database/repositories/budget.repository';
import type { StatementRow } from '../../../database/repositories/statement.repository';
import { formatDate } from '../../../domain/format';
import { codingInWords, type LedgerConfiguration } from '../../../domain/ledger/coding';
import { formatOre } from '../../../domain/money';
import type { Block, DocumentContent } from '../content';
import {
  documentTexts,
  heading,
  letterFrame,
  paragraph,
  unbroken,
  type DocumentInput,
} from './frame';

export interface StatementInput extends DocumentInput {
  /** Whose it is. */
  committee: string;
  year: number;
  /** Oldest version first. */
  budgets: readonly Pick<Budget, 'ore' | 'decision' | 'decided_on'>[];
  /** Oldest first. */
  entries: readonly StatementRow[];
  ledger: LedgerConfiguration;
}

/** What a committee has in a budget year, entry by entry, as it stood when somebody asked. */
export function composeStatement(input: StatementInput): DocumentContent {
  const { municipality, language, createdAt, committee, year, entries, ledger } = input;
  const t = documentTexts(input);
  const account = ledger.accounts[committee];
  const name = account?.name[language] ?? committee;
  const left = entries.at(-1)?.balance ?? 0;
  return {
    ...letterFrame({ municipality, language, createdAt }),
    recipient: [name],
    reference: [{ label: t('frame.date'), value: formatDate(createdAt, language) }],
    footer: t('statement.footer', { municipality: municipality.name, committee: name, year }),
    title: t('statement.title', { committee: name, year }),
    blocks: [
      ...(account
        ? [
            paragraph(
              t('statement.coding', {
                coding: codingInWords(account, ledger.dimensions, language),
              }),
            ),
          ]
        : []),
      paragraph(t('statement.left', { amount: formatOre(left, language) })),
      heading(2, t('statement.budgets')),
      ...budgetBlocks(input),
      heading(2, t('statement.entries')),
      ...entryBlocks(input),
    ],
    attachment: {
      name: 'statement.json',
      description: t('statement.attachment'),
      data: { committee, year, budgets: input.budgets, entries },
    },
  };
}

function budgetBlocks(input: StatementInput): Block[] {
  const { budgets, language } = input;
  const t = documentTexts(input);
  if (budgets.length === 0) return [paragraph(t('statement.noBudget'))];
  const items = budgets.map(({ ore, decision, decided_on: day }) =>
    t('statement.budget', {
      amount: formatOre(ore, language),
      decision,
      date: formatDate(day, language),
    }),
  );
  return [{ kind: 'list', items }];
}

/** Day, event and what it is of, decision and case, amount, what is left. */
function entryBlocks(input: StatementInput): Block[] {
  const { entries, language, ledger } = input;
  const t = documentTexts(input);
  if (entries.length === 0) return [paragraph(t('statement.noEntries'))];
  const nameOf = (id: string) => ledger.accounts[id]?.name[language] ?? id;
  const rows = entries.map((entry) => {
    const of =
      entry.line === '' ? nameOf(entry.counterpart) : `${entry.line}, ${nameOf(entry.counterpart)}`;
    const event = `${t(`ledger.kinds.${entry.kind}`)}: ${of}`;
    return [
      entry.postedOn,
      entry.reversed ? `${event} (${t('statement.reversed')})` : event,
      [entry.decision, entry.number ?? '']
        .filter((text) => text !== '')
        .map(unbroken)
        .join(', '),
      formatOre(entry.ore, language),
      formatOre(entry.balance, language),
    ];
  });
  const header = ['day', 'event', 'decision', 'amount', 'balance'] as const;
  return [{ kind: 'table', header: header.map((column) => t(`statement.${column}`)), rows }];
}
