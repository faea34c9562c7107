import { reasonOf, type BounceReason } from './reasons';

/** What came to the address of a letter's bounces, as far as it is looked at. */
export interface IncomingReport {
  /** By name in small letters. */
  headers: ReadonlyMap<string, string>;
  /** What the part of type `message/delivery-status` says; undefined where there is none. */
  deliveryStatus: string | undefined;
}

/**
 * What a report says of the letter: it will not arrive (`lasting` when the server says that another attempt
 * would fare no better), nothing that anybody has to act on, or something that only a person can read.
 */
export type Judgement =
  { is: 'failed'; reason: BounceReason; lasting: boolean } | { is: 'nothing' } | { is: 'unclear' };

const nothing = { is: 'nothing' } as const;
const unclear = { is: 'unclear' } as const;

/**
 * Judges by what machines write for machines alone: the report's fields (RFC 3464), Exim's header, and the
 * signs of an automatic reply (RFC 3834, Exchange). No word of the text is looked at.
 */
export function judgeReport({ headers, deliveryStatus }: IncomingReport): Judgement {
  if (deliveryStatus !== undefined) return judgeStatus(deliveryStatus);
  // Exim without a report says at least for whom it has given up; such mails call themselves replies too.
  if (headers.has('x-failed-recipients')) return { is: 'failed', reason: 'refused', lasting: true };
  return isAutomaticReply(headers) || isOtherReport(headers) ? nothing : unclear;
}

/** A letter has one reader, so whoever of a report's recipients it failed for, it failed. */
function judgeStatus(deliveryStatus: string): Judgement {
  const recipients = fieldGroups(deliveryStatus).filter((fields) => fields.has('action'));
  if (recipients.length === 0) return unclear;
  const failed = recipients.find((fields) => actionOf(fields) === 'failed');
  if (failed) return failure(failed);
  return recipients.every((fields) => passing.includes(actionOf(fields))) ? nothing : unclear;
}

const passing = ['delayed', 'delivered', 'relayed', 'expanded'];

type Fields = ReadonlyMap<string, string>;

function actionOf(fields: Fields): string {
  return /^[a-z]+/.exec(fields.get('action')?.toLowerCase() ?? '')?.[0] ?? '';
}

function failure(fields: Fields): Judgement {
  const status = statusOf(fields);
  return { is: 'failed', reason: reasonOf(status), lasting: !status.startsWith('4') };
}

/** Exim says no more than 5.0.0 in the field that is for it, and quotes the server that knew more. */
function statusOf(fields: Fields): string {
  const said = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0] ?? '';
  if (said !== '' && !said.endsWith('.0.0')) return said;
  const diagnostic = fields.get('diagnostic-code') ?? '';
  return /\b[45]\d\d[ -]+([45]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(diagnostic)?.[1] ?? said;
}

/** Groups of fields between empty lines; a line that begins with a blank goes on with the one before. */
function fieldGroups(text: string): Fields[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(
      (group) =>
        new Map(
          group
            .replace(/\n[ \t]+/g, ' ')
            .split('\n')
            .flatMap(field),
        ),
    );
}

function field(line: string): [string, string][] {
  const [, name, value] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
  return name === undefined || value === undefined ? [] : [[name.toLowerCase(), value.trim()]];
}

const signsOfReply = [
  'x-autoreply',
  'x-autorespond',
  // Exchange's replies of somebody who is away.
  'x-auto-response-suppress',
  'x-ms-exchange-inbox-rules-loop',
];

function isAutomaticReply(headers: Fields): boolean {
  return (
    /^auto-replied\b/i.test(headers.get('auto-submitted') ?? '') ||
    /^auto[-_]reply\b/i.test(headers.get('precedence') ?? '') ||
    signsOfReply.some((name) => headers.has(name))
  );
}

/** That a letter was read, or somebody's complaint about it: it arrived. */
function isOtherReport(headers: Fields): boolean {
  const type = headers.get('content-type') ?? '';
  return (
    /^multipart\/report\b/i.test(type) &&
    /report-type="?(disposition-notification|feedback-report)\b/i.test(type)
  );
}
