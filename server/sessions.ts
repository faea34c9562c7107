import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Tx } from '../database/database';
import { findCase, type Case } from '../database/repositories/case.repository';
import {
  findDraftByKey,
  issueDraftKey,
  type Draft,
} from '../database/repositories/draft.repository';
import {
  findLinkBySession,
  openLinkSession,
  type Link,
} from '../database/repositories/link.repository';
import { findTask, type Task } from '../database/repositories/task.repository';
import type { LinkTarget } from '../domain/api/shapes';
import { DomainError } from '../domain/errors';
import type { Municipality } from '../domain/municipality';
import type { ServerContext } from './context';

const lifetimeMs = 8 * 3600 * 1000;

type Opened = Pick<LinkTarget, 'kind' | 'id'>;

/** One cookie per task or case: opening a second link never replaces the first. */
function cookieName(target: Opened): string {
  return `samverkan_${target.kind}_${target.id}`;
}

/** Opens a session for a link and hands its secret to the browser, for that task or case only. */
export async function openSession(
  tx: Tx,
  response: Response,
  options: { link: Link; target: Opened; now: Date; secure: boolean },
): Promise<void> {
  const { link, target, now, secure } = options;
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  const secret = await openLinkSession(tx, link, now, expiresAt);
  setCookie(response, { municipalityId: link.municipality_id, target, secret, lifetimeMs, secure });
}

interface SessionCookie {
  municipalityId: string;
  target: Opened;
  secret: string;
  lifetimeMs: number;
  secure: boolean;
}

function setCookie(response: Response, cookie: SessionCookie): void {
  const { municipalityId, target, secret, lifetimeMs: maxAge, secure } = cookie;
  response.cookie(cookieName(target), secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge,
    path: `/api/${municipalityId}/${target.kind}s/${target.id}`,
  });
}

/** Opens a session for a draft; it lasts as long as a draft is kept that nobody touches. */
export async function openDraftSession(
  tx: Tx,
  { clock, publicUrl }: ServerContext,
  response: Response,
  { id: municipalityId, keepDraftDays }: Municipality,
  { id }: Pick<Draft, 'id'>,
): Promise<void> {
  const lifetimeMs = keepDraftDays * 24 * 3600 * 1000;
  const key = { draftId: id, kind: 'session', at: clock(), lifetimeMs } as const;
  const secret = await issueDraftKey(tx, municipalityId, key);
  const target = { kind: 'draft', id } as const;
  setCookie(response, { municipalityId, target, secret, lifetimeMs, secure: isSecure(publicUrl) });
}

export function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https:');
}

/** The draft a request's session is for, also one that has been sent; throws `session.missing`. */
export async function requireDraft(
  tx: Tx,
  request: Request,
  municipalityId: string,
  draftId: string,
  now: Date,
): Promise<Draft> {
  const secret = secretOf(request, { kind: 'draft', id: draftId });
  const draft = secret && (await findDraftByKey(tx, municipalityId, 'session', secret, now));
  if (!draft || draft.id !== draftId) throw new DomainError('session.missing');
  return draft;
}

/** The same for one that may still be changed; throws `draft.sent` for any other. */
export async function requireOpenDraft(
  ...[tx, request, municipalityId, draftId, now]: Parameters<typeof requireDraft>
): Promise<Draft> {
  const draft = await requireDraft(tx, request, municipalityId, draftId, now);
  if (draft.ended_at) throw new DomainError('draft.sent');
  return draft;
}

/** The task a request's session is for; throws `session.missing`, and `task.closed` where somebody else has it now. */
export async function requireTask(...asked: Parameters<typeof requireGivenTask>): Promise<Task> {
  const task = await requireGivenTask(...asked);
  if (task.state === 'passedOn') throw new DomainError('task.closed');
  return task;
}

/** The same, also of somebody who has left the group since: they may only hear that it has gone on. */
export async function requireGivenTask(
  tx: Tx,
  request: Request,
  municipalityId: string,
  taskId: string,
  now: Date,
): Promise<Task> {
  const link = await sessionLink(tx, request, municipalityId, { kind: 'task', id: taskId }, now);
  // A link to fill in a part opens nothing here, whatever its session is called.
  const isWhole = link.task_id === taskId && !link.part;
  const task = isWhole && (await findTask(tx, municipalityId, taskId));
  if (!task || isSuperseded(link, task)) throw new DomainError('session.missing');
  return task;
}

/** The open task that a request's session fills in a part of; throws `session.missing`. */
export async function requirePart(
  tx: Tx,
  request: Request,
  municipalityId: string,
  taskId: string,
  now: Date,
): Promise<Task> {
  const link = await sessionLink(tx, request, municipalityId, { kind: 'part', id: taskId }, now);
  // The link may have been ended since it was opened.
  const isPart = link.part && link.task_id === taskId && link.expires_at > now;
  const task = isPart && (await findTask(tx, municipalityId, taskId));
  if (!task || isSuperseded(link, task) || task.state !== 'open') {
    throw new DomainError('session.missing');
  }
  return task;
}

/** The case a request's session is for; throws `session.missing`. */
export async function requireCase(
  tx: Tx,
  request: Request,
  municipalityId: string,
  caseId: string,
  now: Date,
): Promise<Case> {
  const link = await sessionLink(tx, request, municipalityId, { kind: 'case', id: caseId }, now);
  const found =
    link.case_id === caseId && !link.task_id && (await findCase(tx, municipalityId, caseId));
  if (!found) throw new DomainError('session.missing');
  return found;
}

/** A newer link has taken this one's place. */
export function isSuperseded(link: Link, task: Task): boolean {
  return link.generation !== task.link_generation;
}

async function sessionLink(
  tx: Tx,
  request: Request,
  municipalityId: string,
  target: Opened,
  now: Date,
): Promise<Link> {
  const secret = secretOf(request, target);
  const link = secret && (await findLinkBySession(tx, municipalityId, secret, now));
  if (!link) throw new DomainError('session.missing');
  return link;
}

function secretOf(request: Request, target: Opened): string | undefined {
  return parseCookie(request.get('cookie') ?? '')[cookieName(target)];
}
