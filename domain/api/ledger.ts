import { z } from 'zod';
import { languages } from '../language';
import { planStates } from '../ledger/plan';
import { transactionKinds } from '../ledger/posting';

const day = z.iso.date();
/** Whole öre. */
const ore = z.number().int();
const committeeName = z.object({ id: z.string(), name: z.string() });

/** What a committee has in a year: how much is decided, and how much is left. */
export const potView = z.object({
  committee: committeeName,
  year: z.number().int(),
  budget: ore.nullable(),
  balance: ore,
});
export type PotView = z.infer<typeof potView>;

/** `committees` are those that have an account; `budgets` says how many versions of a budget there are. */
export const ledgerAnswer = z.object({
  pots: z.array(potView),
  committees: z.array(committeeName),
  budgets: z.array(
    z.object({ committee: z.string(), year: z.number().int(), versions: z.number().int() }),
  ),
});
export type LedgerAnswer = z.infer<typeof ledgerAnswer>;

/** What a committee can give: `currentYear` is the budget year it is now, `ore` what is left of a year. */
export const giverCover = z.object({
  committee: z.string(),
  currentYear: z.number().int(),
  years: z.array(z.object({ year: z.number().int(), ore, reserved: ore })).readonly(),
});
/** Null for a committee without a limit. */
export const coverAnswer = z.object({ cover: giverCover.nullable() });
export type CoverAnswer = z.infer<typeof coverAnswer>;

/** Lines by years of whole kronor. */
export const amountsAnswer = z.object({
  years: z.array(z.number().int()).readonly(),
  lines: z
    .array(z.object({ name: z.string(), amounts: z.array(z.number().int()).readonly() }))
    .readonly(),
});

export const ledgerQuery = z.object({ language: z.enum(languages).optional() });
/** `after` is the place of the last entry that the reader has. */
export const statementQuery = ledgerQuery.extend({
  after: z.coerce.number().int().min(0).optional(),
});

export const statementEntry = z.object({
  sequence: z.number().int(),
  transactionId: z.uuid(),
  kind: z.enum(transactionKinds),
  postedOn: day,
  /** What it rests on. */
  decision: z.string(),
  caseId: z.uuid().nullable(),
  number: z.string().nullable(),
  line: z.string(),
  counterpart: z.string(),
  ore,
  balance: ore,
  reversed: z.boolean(),
  mistaken: z.boolean(),
  undoable: z.boolean(),
});
export type StatementEntry = z.infer<typeof statementEntry>;

export const budgetView = z.object({
  version: z.number().int(),
  ore,
  decidedOn: day,
  decision: z.string(),
  recordedBy: z.string().nullable(),
});
export type BudgetView = z.infer<typeof budgetView>;

/** A year of a decided transfer; `missing` is what its giver lacks. */
export const plannedView = z.object({
  caseId: z.uuid(),
  number: z.string(),
  year: z.number().int(),
  giver: committeeName,
  receiver: committeeName,
  ore,
  state: z.enum(planStates),
  missing: ore,
  posted: ore,
});
export type PlannedView = z.infer<typeof plannedView>;

/** How far a statement had come: its entries, and the versions of the budget where that was kept. */
export const statementStand = z.object({
  entries: z.number().int(),
  budgets: z.number().int().nullable(),
});

/** Entries oldest first, at most 200 at a time; `more` says that there are others after them. */
export const statementAnswer = z.object({
  committee: committeeName,
  year: z.number().int(),
  /** How its account is named, in words. */
  coding: z.string(),
  balance: ore,
  budgets: z.array(budgetView),
  planned: z.array(plannedView),
  entries: z.array(statementEntry),
  more: z.boolean(),
  /** Statements that have been made and filed, newest first. */
  documents: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      createdAt: z.iso.datetime(),
      ...statementStand.shape,
      language: z.enum(languages),
    }),
  ),
});
export type StatementAnswer = z.infer<typeof statementAnswer>;

const decision = z.string().trim().min(1).max(200);

/** `after` is how many versions there were when the sender looked. */
export const budgetRequest = z.object({
  committee: z.string().max(20),
  /** One that no money is kept for is said at its field, see `budgetFaults`, and so is an amount that is none. */
  year: z.number().int().min(0).max(999_999),
  kronor: z.number(),
  decidedOn: day,
  decision,
  after: z.number().int().min(0),
});
export type BudgetRequest = z.infer<typeof budgetRequest>;

/**
 * The files that the accounting system gets, in the order they were made, by budget year; `waiting` is how
 * many entries of the year are in none of them.
 */
export const ledgerFilesAnswer = z.object({
  years: z.array(
    z.object({
      year: z.number().int(),
      waiting: z.number().int(),
      files: z.array(
        z.object({
          number: z.number().int(),
          entries: z.number().int(),
          madeAt: z.iso.datetime(),
          madeBy: z.string().nullable(),
        }),
      ),
    }),
  ),
});
export type LedgerFilesAnswer = z.infer<typeof ledgerFilesAnswer>;

/** `after` is how many files of the year there were when the sender looked. */
export const ledgerFileRequest = z.object({ after: z.number().int().min(0) });
export type LedgerFileRequest = z.infer<typeof ledgerFileRequest>;

export const reversalRequest = z.object({ decision });
export type ReversalRequest = z.infer<typeof reversalRequest>;

/** Why a reversal was a mistake. */
export const mistakenReversalRequest = z.object({ reason: z.string().trim().min(1).max(500) });
export type MistakenReversalRequest = z.infer<typeof mistakenReversalRequest>;

/** A request for a raised appropriation as the budget process lists it. */
export const appropriationView = z.object({
  caseId: z.uuid(),
  number: z.string(),
  title: z.string(),
  committee: z.string(),
  /** Whole kronor. */
  years: z.array(z.object({ year: z.number().int(), kronor: z.number().int() })),
  /** The latest answer: granted, refused, or to be tried again. */
  answer: z.enum(['approve', 'refuse', 'table']).nullable(),
  waits: z.object({ taskId: z.uuid(), deadline: day }).nullable(),
  closed: z.boolean(),
});
export type AppropriationView = z.infer<typeof appropriationView>;

export const appropriationsAnswer = z.object({ requests: z.array(appropriationView) });
export type AppropriationsAnswer = z.infer<typeof appropriationsAnswer>;
