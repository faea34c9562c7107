import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { deskAddress } from '../../domain/pages';
import { callbackPath, newAttempt, type AttemptSecrets } from './sign-in';

/** Time to find a password or a card, and to be called away meanwhile. */
const lifetimeMs = 15 * 60_000;

const kept = z.object({ nonce: z.string(), verifier: z.string(), returnTo: z.string() });

/** Somebody on their way to the provider and back. */
export interface Attempt extends AttemptSecrets {
  municipalityId: string;
  /** The address on the desk they came from. */
  returnTo: string;
}

/** The state names the municipality, so that also a return that took too long ends at its desk. */
const separator = '.';

/** One cookie per attempt: two tabs that sign in do not disturb each other. */
function cookieName(state: string): string {
  return `samverkan_sign_in_${state}`;
}

/** Begins an attempt and leaves the browser what it must show when it comes back. */
export function beginAttempt(
  response: Response,
  {
    municipalityId,
    returnTo,
    secure,
  }: { municipalityId: string; returnTo: string; secure: boolean },
): Attempt {
  const secrets = newAttempt((random) => `${municipalityId}${separator}${random}`);
  const attempt = { ...secrets, municipalityId, returnTo: safeAddress(municipalityId, returnTo) };
  const { nonce, verifier } = secrets;
  const value = JSON.stringify({ nonce, verifier, returnTo: attempt.returnTo });
  response.cookie(cookieName(secrets.state), Buffer.from(value).toString('base64url'), {
    httpOnly: true,
    // The way back begins at the provider's site, so it cannot be strict.
    sameSite: 'lax',
    secure,
    maxAge: lifetimeMs,
    path: callbackPath,
  });
  return attempt;
}

/** The municipality whose desk a return is for, by its state. */
export function municipalityOf(state: string): string {
  return state.split(separator)[0] ?? '';
}

/** The attempt that has come back, once; undefined when this browser began none or it is too long ago. */
export function endAttempt(
  request: Request,
  response: Response,
  state: string,
): Attempt | undefined {
  const name = cookieName(state);
  const value = parseCookie(request.get('cookie') ?? '')[name];
  if (!value) return undefined;
  response.clearCookie(name, { path: callbackPath });
  const found = kept.safeParse(parseJson(Buffer.from(value, 'base64url').toString()));
  if (!found.success) return undefined;
  const municipalityId = municipalityOf(state);
  const returnTo = safeAddress(municipalityId, found.data.returnTo);
  return { ...found.data, state, municipalityId, returnTo };
}

/** An address of this municipality's desk, and of nobody else's site. */
function safeAddress(municipalityId: string, address: string): string {
  const desk = deskAddress(municipalityId);
  const isOnDesk = address.startsWith(desk) && /^([/?#]|$)/.test(address.slice(desk.length));
  return isOnDesk ? address : desk;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
