import { z } from 'zod';
import packageJson from '../../../package.json' with { type: 'json' };
import { readDocumentBytes } from '../../../database/repositories/document.repository';
import { documentsByPrefix } from '../../../database/repositories/document.repository';
import { settledCorrectionView, answerCorrectionRequest } from '../../../domain/api/desk';
import {
  appropriationsAnswer,
  budgetRequest,
  coverAnswer,
  ledgerAnswer,
  ledgerQuery,
  mistakenReversalRequest,
  reversalRequest,
  statementAnswer,
  statementStand,
  statementQuery,
} from '../../../domain/api/ledger';
import { csvOf } from '../../../domain/csv';
import { DomainError } from '../../../domain/errors';
import {
  settledQuestions,
  type SettledQuestion,
} from '../../../domain/forms/definitions/settled-corrections';
import { statementPrefix, statementTable } from '../../../domain/ledger/statement';
import { deskReaders, ledgerKeepers } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { readAppropriations } from '../../use-cases/appropriations';
import { readCover } from '../../use-cases/transfer-cover';
import { wantStatement } from '../../use-cases/want-statement';
import { correctSettled, readSettledCorrection } from '../../use-cases/correct-settled';
import { requireDeskCase } from '../../use-cases/read-desk-case';
import { recordBudget, reversePosted } from '../../use-cases/change-ledger';
import { undoReversal } from '../../use-cases/undo-reversal';
import {
  accountOf,
  allEntries,
  bookOf,
  readLedger,
  readStatement,
} from '../../use-cases/ledger-statement';
import { statementAsSie } from '../../use-cases/ledger-files';

const pot = '/api/:municipality/desk/ledger/:committee/:year';

/** The committee and year of an address; throws `page.unknown` for a year that is none. */
function potOf(param: (name: string) => string) {
  const year = param('year');
  if (!/^20\d\d$/.test(year)) throw new DomainError('page.unknown');
  return { committee: param('committee'), year: Number(year) };
}

export const getLedger = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/ledger',
  summary: 'What every committee has in every budget year',
  query: ledgerQuery,
  responses: { 200: { description: 'Years newest first', schema: ledgerAnswer } },
  async handle({ context, municipality, request, response, query, language }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const answer = await context.database.transaction(municipality.id, (tx) =>
      readLedger(tx, municipality, query.language ?? language),
    );
    response.json(answer);
  },
});

export const getAppropriations = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/appropriations',
  summary: "The budget process's list: requests for raised appropriations and their answers",
  query: ledgerQuery,
  responses: {
    200: { description: 'Those that wait for an answer first', schema: appropriationsAnswer },
  },
  async handle({ context, municipality, request, response, query, language }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const answer = await context.database.transaction(municipality.id, (tx) =>
      readAppropriations(tx, context.forms, municipality, query.language ?? language),
    );
    response.json(answer);
  },
});

export const getCover = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cover/:committee',
  summary: 'What a committee has left to give in each year that has been decided',
  query: ledgerQuery,
  responses: { 200: { description: 'Years oldest first', schema: coverAnswer } },
  async handle({ context, municipality, request, response, query, language, param }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const committee = param('committee');
    if (!Object.hasOwn(bookOf(municipality).accounts, committee)) {
      throw new DomainError('page.unknown');
    }
    const asked = { now: context.clock(), language: query.language ?? language };
    const cover = await context.database.transaction(municipality.id, (tx) =>
      readCover(tx, municipality, committee, asked),
    );
    response.json({ cover });
  },
});

export const getStatement = endpoint({
  method: 'get',
  path: pot,
  summary: 'What a committee has in a budget year, entry by entry, 200 at a time',
  query: statementQuery,
  responses: { 200: { description: 'Entries oldest first', schema: statementAnswer } },
  async handle({ context, municipality, request, response, query, language, param }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const asked = { after: query.after ?? 0, language: query.language ?? language };
    const answer = await context.database.transaction(municipality.id, (tx) =>
      readStatement(tx, municipality, potOf(param), asked),
    );
    response.json(answer);
  },
});

export const getStatementCsv = endpoint({
  method: 'get',
  path: `${pot}/statement.csv`,
  summary: 'The whole statement for a spreadsheet',
  query: ledgerQuery,
  responses: {
    200: { description: 'All entries', contentType: 'text/csv', schema: z.string() },
  },
  async handle({ context, municipality, request, response, query, language, param }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const { committee, year } = potOf(param);
    accountOf(bookOf(municipality), committee);
    const entries = await context.database.transaction(municipality.id, (tx) =>
      allEntries(tx, municipality.id, { committee, year }),
    );
    response
      .type('text/csv')
      .attachment(`${committee}-${year}.csv`)
      .send(csvOf(statementTable(entries, query.language ?? language)));
  },
});

export const getStatementSie = endpoint({
  method: 'get',
  path: `${pot}/statement.si`,
  summary: 'The same as a SIE file to read; what the accounting system gets are the ledger files',
  responses: {
    200: {
      description: 'What each transaction is to the committee in the year',
      contentType: 'application/octet-stream',
      schema: z.string(),
    },
  },
  async handle({ context, municipality, request, response, param }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const { committee, year } = potOf(param);
    const made = { version: packageJson.version, now: context.clock() };
    const file = await context.database.transaction(municipality.id, (tx) =>
      statementAsSie(tx, municipality, { committee, year }, made),
    );
    response
      .type('application/octet-stream')
      .attachment(`${committee}-${year}.si`)
      .send(Buffer.from(file));
  },
});

export const getStatementDocument = endpoint({
  method: 'get',
  path: `${pot}/documents/:document`,
  summary: 'A statement that has been made and filed',
  responses: {
    200: { description: 'The PDF', contentType: 'application/pdf', schema: z.string() },
  },
  async handle({ context, municipality, request, response, param }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const bytes = await context.database.transaction(municipality.id, async (tx) => {
      const filed = await documentsByPrefix(tx, municipality.id, statementPrefix(potOf(param)));
      const found = filed.find(({ id }) => id === param('document'));
      return found && readDocumentBytes(tx, municipality.id, found.id);
    });
    if (!bytes) throw new DomainError('document.unknown');
    response.type('application/pdf').set('Content-Disposition', 'inline').send(bytes);
  },
});

export const postStatementDocument = endpoint({
  method: 'post',
  path: `${pot}/documents`,
  summary: 'Have the statement as it stands now made as a PDF and filed',
  query: ledgerQuery,
  responses: {
    202: {
      description: 'It will be among the documents of the statement; `entries` is where it ends',
      schema: statementStand.extend({ document: z.uuid().nullable() }),
    },
  },
  async handle({ context, municipality, request, response, query, language, param }) {
    const official = await requireOfficial(context, request, municipality.id, deskReaders);
    const wanted = { ...potOf(param), language: query.language ?? language };
    const asked = await context.database.transaction(municipality.id, (tx) =>
      wantStatement(tx, municipality, wanted, { official, now: context.clock() }),
    );
    context.nudgeRelay();
    response.status(202).json(asked);
  },
});

export const postBudget = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/ledger/budgets',
  summary: 'Record what a committee has been decided to have in a year',
  body: budgetRequest,
  responses: {
    201: { description: 'Recorded', schema: z.object({ version: z.number().int() }) },
  },
  async handle({ context, municipality, request, response, body }) {
    const official = await requireOfficial(context, request, municipality.id, ledgerKeepers);
    const now = context.clock();
    const recorded = await context.database.transaction(municipality.id, (tx) =>
      recordBudget(tx, municipality, body, { official, now }),
    );
    response.status(201).json(recorded);
  },
});

export const postReversal = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/ledger/transactions/:transaction/reversal',
  summary: 'Take a transaction back by a new one',
  body: reversalRequest,
  responses: { 201: { description: 'Posted', schema: z.object({ id: z.uuid() }) } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, ledgerKeepers);
    const id = param('transaction');
    if (!z.uuid().safeParse(id).success) throw new DomainError('ledger.unknown');
    const now = context.clock();
    const posted = await context.database.transaction(municipality.id, (tx) =>
      reversePosted(tx, municipality, id, body, { official, now, forms: context.forms }),
    );
    context.nudgeRelay();
    response.status(201).json({ id: posted.id });
  },
});

export const postMistake = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/ledger/transactions/:transaction/mistake',
  summary: 'Say that a reversal was a mistake; the year it took back is posted anew',
  body: mistakenReversalRequest,
  responses: { 204: { description: 'Recorded' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, ledgerKeepers);
    const id = param('transaction');
    if (!z.uuid().safeParse(id).success) throw new DomainError('ledger.unknown');
    const now = context.clock();
    await context.database.transaction(municipality.id, (tx) =>
      undoReversal(tx, municipality, id, body, { official, now }),
    );
    context.nudgeRelay();
    response.status(204).end();
  },
});

function questionOf(param: (name: string) => string): SettledQuestion {
  const question = settledQuestions.find((each) => each === param('question'));
  if (!question) throw new DomainError('page.unknown');
  return question;
}

export const getSettledCorrection = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/cases/:case/settled/:question',
  summary: 'What a settled year of a transfer rests on, to be corrected',
  responses: { 200: { description: 'The form', schema: settledCorrectionView } },
  async handle({ context, municipality, request, response, param }) {
    const official = await requireOfficial(context, request, municipality.id, ledgerKeepers);
    const view = await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      const of = { municipality, official, question: questionOf(param) };
      return readSettledCorrection(tx, found, of);
    });
    response.json(view);
  },
});

export const postSettledCorrection = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/cases/:case/settled/:question',
  summary: 'Correct what a settled year rests on; its settlement is posted anew',
  body: answerCorrectionRequest,
  responses: { 204: { description: 'Corrected' } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, ledgerKeepers);
    await context.database.transaction(municipality.id, async (tx) => {
      const found = await requireDeskCase(tx, official, municipality.id, param('case'));
      const of = { municipality, official, question: questionOf(param) };
      await correctSettled(tx, context, found, of, body);
    });
    context.nudgeRelay();
    response.status(204).end();
  },
});
