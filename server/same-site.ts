import type { Request } from 'express';
import { DomainError } from '../domain/errors';

/**
 * Refuses what another site's page sends in a signed-in person's name; throws `request.otherSite`.
 * Browsers say where a request comes from; what says nothing is no browser and has nobody's cookies
 * but its own.
 */
export function refuseOtherSites(request: Request, publicUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const isOurs = site === undefined ? isOrigin(origin, publicUrl) : site === 'same-origin';
  if (!isOurs) throw new DomainError('request.otherSite');
}

/** Browsers older than Sec-Fetch-Site send at least their page's origin. */
function isOrigin(origin: string | undefined, publicUrl: string): boolean {
  return origin === undefined || origin === new URL(publicUrl).origin;
}
