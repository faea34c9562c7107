import type { Request } from 'express';
import { officialView, signInAddress, signInRequest } from '../../../domain/api/desk';
import { DomainError, isSignInFault, type ErrorCode } from '../../../domain/errors';
import { deskReaders, rolesIn } from '../../../domain/officials';
import { deskAddress, signInFaultAddress } from '../../../domain/pages';
import { codeOf } from '../../../domain/unknown-error';
import type { ServerContext } from '../../context';
import { endpoint } from '../../endpoint';
import { endDeskSession, openDeskSession, requireOfficial } from '../../officials';
import { refuseOtherSites } from '../../same-site';
import { beginAttempt, endAttempt, municipalityOf, type Attempt } from '../../sign-in/attempt';
import { callbackPath, type Identity, type SignIn } from '../../sign-in/sign-in';

export const beginSignIn = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/sign-in',
  summary: 'Begin to sign in: the address of the provider, to go to with this browser',
  body: signInRequest,
  limit: 'signIns',
  responses: { 200: { description: 'Where to go', schema: signInAddress } },
  async handle({ context, municipality, request, response, body }) {
    const signIn = requireSignIn(context);
    // The provider sends people back to the public address; whoever came by another one goes there first.
    if (isElsewhere(request, context.publicUrl)) {
      const address = context.publicUrl + deskAddress(municipality.id);
      return void response.json({ address });
    }
    refuseOtherSites(request, context.publicUrl);
    const attempt = beginAttempt(response, {
      municipalityId: municipality.id,
      returnTo: body.returnTo,
      secure: context.publicUrl.startsWith('https:'),
    });
    response.json({ address: await signIn.addressFor(attempt) });
  },
});

export const completeSignIn = endpoint({
  method: 'get',
  path: callbackPath,
  summary: 'Where the provider sends people back; opens their session',
  limit: 'signIns',
  responses: {
    303: { description: 'To the page they came from, or to one that says what is wrong' },
  },
  async handle({ context, request, response }) {
    const state = typeof request.query.state === 'string' ? request.query.state : '';
    const municipalityId = municipalityOf(state);
    if (!context.municipalities.has(municipalityId)) throw new DomainError('page.unknown');
    const attempt = endAttempt(request, response, state);
    try {
      const signIn = requireSignIn(context);
      if (!attempt) throw new DomainError('signIn.expired');
      const identity = await signIn.identify(returnAddress(request, context), attempt);
      const official = officialFrom(identity, attempt);
      await context.database.transaction(municipalityId, (tx) =>
        openDeskSession(tx, context, response, municipalityId, official),
      );
      response.status(303).location(attempt.returnTo).end();
    } catch (error) {
      const code = faultOf(error);
      context.log.warn({ code, reason: reasonOf(error) }, 'sign-in did not succeed');
      response.status(303).location(signInFaultAddress(municipalityId, code)).end();
    }
  },
});

export const getDeskSession = endpoint({
  method: 'get',
  path: '/api/:municipality/desk/session',
  summary: 'Who is signed in, and with which roles',
  responses: { 200: { description: 'The official', schema: officialView } },
  async handle({ context, municipality, request, response, language }) {
    const official = await requireOfficial(context, request, municipality.id, deskReaders);
    const groups = Object.values(municipality.groups ?? {}).map(({ name }) => name[language]);
    response.json({ ...official, groups });
  },
});

export const signOut = endpoint({
  method: 'post',
  path: '/api/:municipality/desk/sign-out',
  summary: 'End the session',
  responses: { 204: { description: 'Signed out, also where nobody was signed in' } },
  async handle({ context, municipality, request, response }) {
    refuseOtherSites(request, context.publicUrl);
    await context.database.transaction(municipality.id, (tx) =>
      endDeskSession(tx, context, request, response, municipality.id),
    );
    response.status(204).end();
  },
});

function requireSignIn({ signIn }: ServerContext): SignIn {
  if (!signIn) throw new DomainError('signIn.notConfigured');
  return signIn;
}

/** The page was loaded by another of the site's names, where the way back would not find its cookie. */
function isElsewhere(request: Request, publicUrl: string): boolean {
  const origin = request.get('origin');
  const isSameOrigin = request.get('sec-fetch-site') === 'same-origin';
  return isSameOrigin && origin !== undefined && origin !== new URL(publicUrl).origin;
}

/** As the provider knows it, whatever proxies have made of the request. */
function returnAddress(request: Request, { publicUrl }: ServerContext): URL {
  return new URL(request.originalUrl, publicUrl);
}

function officialFrom({ subject, name, email, roles }: Identity, { municipalityId }: Attempt) {
  const here = rolesIn(municipalityId, roles);
  if (here.length === 0) throw new DomainError('signIn.withoutRole');
  return { subject, name, email, roles: here };
}

/** Whatever went wrong, the reader is told on a page; what was unexpected is told as a failure. */
function faultOf(error: unknown): ErrorCode {
  return error instanceof DomainError && isSignInFault(error.code) ? error.code : 'signIn.failed';
}

/** For whoever set the provider up: a code, never what it said of a person. */
function reasonOf(error: unknown): string | undefined {
  return error instanceof DomainError ? error.ids.reason : codeOf(error);
}
