import { z } from 'zod';
import packageJson from '../../../package.json' with { type: 'json' };
import { ledgerFileRequest, ledgerFilesAnswer } from '../../../domain/api/ledger';
import { DomainError } from '../../../domain/errors';
import { deskReaders, ledgerKeepers } from '../../../domain/officials';
import { endpoint } from '../../endpoint';
import { requireOfficial } from '../../officials';
import { makeYearFile, readLedgerFiles, readYearFile } from '../../use-cases/ledger-files';

const files = '/api/:municipality/desk/ledger-files';

/** A number in an address; throws `page.unknown` for anything else. */
function wholeOf(text: string, pattern: RegExp): number {
  if (!pattern.test(text)) throw new DomainError('page.unknown');
  return Number(text);
}

const yearOf = (param: (name: string) => string) => wholeOf(param('year'), /^20\d\d$/);

export const getLedgerFiles = endpoint({
  method: 'get',
  path: files,
  summary: 'The files for the accounting system, and what is in none of them yet',
  responses: { 200: { description: 'Years newest first', schema: ledgerFilesAnswer } },
  async handle({ context, municipality, request, response }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const answer = await context.database.transaction(municipality.id, (tx) =>
      readLedgerFiles(tx, municipality),
    );
    response.json(answer);
  },
});

export const postLedgerFile = endpoint({
  method: 'post',
  path: `${files}/:year`,
  summary: 'Make a file of every transaction of a budget year that is in no file yet',
  body: ledgerFileRequest,
  responses: { 201: { description: 'Made', schema: z.object({ number: z.number().int() }) } },
  async handle({ context, municipality, request, response, body, param }) {
    const official = await requireOfficial(context, request, municipality.id, ledgerKeepers);
    const wanted = { year: yearOf(param), after: body.after };
    const made = await context.database.transaction(municipality.id, (tx) =>
      makeYearFile(tx, municipality, wanted, { official, now: context.clock() }),
    );
    response.status(201).json(made);
  },
});

export const getLedgerFile = endpoint({
  method: 'get',
  path: `${files}/:year/:number`,
  summary: 'A file for the accounting system: SIE type 4I, for the whole municipality',
  responses: {
    200: {
      description: 'Its transactions, each of which is in no other file of the year',
      contentType: 'application/octet-stream',
      schema: z.string(),
    },
  },
  async handle({ context, municipality, request, response, param }) {
    await requireOfficial(context, request, municipality.id, deskReaders);
    const wanted = { year: yearOf(param), number: wholeOf(param('number'), /^[1-9]\d{0,5}$/) };
    const file = await context.database.transaction(municipality.id, (tx) =>
      readYearFile(tx, municipality, wanted, packageJson.version),
    );
    response
      .type('application/octet-stream')
      .attachment(`${municipality.id}-${wanted.year}-${wanted.number}.si`)
      .send(Buffer.from(file));
  },
});
