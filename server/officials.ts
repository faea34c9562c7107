import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Tx } from '../database/database';
import {
  endOfficialSessions,
  findOfficialBySession,
  openOfficialSession,
} from '../database/repositories/official.repository';
import { DomainError } from '../domain/errors';
import type { Official, OfficialRole } from '../domain/officials';
import type { ServerContext } from './context';
import { refuseOtherSites } from './same-site';

/** A working day; then one signs in again. */
const lifetimeMs = 8 * 3600 * 1000;

const cookieName = 'samverkan_desk';

/** One session per municipality: who works for two is signed in at each. */
function cookieOptions(context: ServerContext, municipalityId: string) {
  return {
    httpOnly: true,
    sameSite: 'strict',
    secure: context.publicUrl.startsWith('https:'),
    path: `/api/${municipalityId}/desk`,
  } as const;
}

/**
 * Who makes a request of the desk: signed in here, with at least one of the roles. Call it before a
 * transaction begins, as it has its own. Throws `official.signedOut`, `official.notAllowed` and, for
 * a change that another site's page sends, `request.otherSite`.
 */
export async function requireOfficial(
  context: ServerContext,
  request: Request,
  municipalityId: string,
  roles: readonly OfficialRole[],
): Promise<Official> {
  refuseOtherSites(request, context.publicUrl);
  const secret = sessionSecret(request);
  const official =
    secret &&
    (await context.database.transaction(municipalityId, (tx) =>
      findOfficialBySession(tx, municipalityId, secret, context.clock()),
    ));
  if (!official) throw new DomainError('official.signedOut');
  if (!official.roles.some((role) => roles.includes(role))) {
    throw new DomainError('official.notAllowed');
  }
  return official;
}

/** Opens an official's session and hands its secret to the browser, for one municipality's desk only. */
export async function openDeskSession(
  tx: Tx,
  context: ServerContext,
  response: Response,
  municipalityId: string,
  official: Official,
): Promise<void> {
  const openedAt = context.clock();
  const expiresAt = new Date(openedAt.getTime() + lifetimeMs);
  await endOfficialSessions(tx, municipalityId, openedAt);
  const secret = await openOfficialSession(tx, municipalityId, official, { openedAt, expiresAt });
  const options = cookieOptions(context, municipalityId);
  response.cookie(cookieName, secret, { ...options, maxAge: lifetimeMs });
}

/** Ends the request's session, if there is one. */
export async function endDeskSession(
  tx: Tx,
  context: ServerContext,
  request: Request,
  response: Response,
  municipalityId: string,
): Promise<void> {
  await endOfficialSessions(tx, municipalityId, context.clock(), sessionSecret(request));
  response.clearCookie(cookieName, cookieOptions(context, municipalityId));
}

function sessionSecret(request: Request): string | undefined {
  return parseCookie(request.get('cookie') ?? '')[cookieName];
}
