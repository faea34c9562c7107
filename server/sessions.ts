import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Tx } from '../database/database';
import { findCase, type Case } from '../database/repositories/case.repository';
import {
  deleteEndedSessions,
  findLinkBySession,
  openLinkSession,
  type Link,
} from '../database/repositories/link.repository';
import { findTask, type Task } from '../database/repositories/task.repository';
import type { LinkTarget } from '../domain/api/shapes';
import { DomainError } from '../domain/errors';

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
  await deleteEndedSessions(tx, link.municipality_id, now);
  const expiresAt = new Date(now.getTime() + lifetimeMs);
  const secret = await openLinkSession(tx, link.municipality_id, link.id, expiresAt);
  response.cookie(cookieName(target), secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: lifetimeMs,
    path: `/api/${link.municipality_id}/${target.kind}s/${target.id}`,
  });
}

/** The task a request's session is for; throws `session.missing`. */
export async function requireTask(
  tx: Tx,
  request: Request,
  municipalityId: string,
  taskId: string,
  now: Date,
): Promise<Task> {
  const link = await sessionLink(tx, request, municipalityId, { kind: 'task', id: taskId }, now);
  const task = link.task_id === taskId && (await findTask(tx, municipalityId, taskId));
  if (!task || isSuperseded(link, task)) throw new DomainError('session.missing');
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
  const secret = parseCookie(request.get('cookie') ?? '')[cookieName(target)];
  const link = secret && (await findLinkBySession(tx, municipalityId, secret, now));
  if (!link) throw new DomainError('session.missing');
  return link;
}
