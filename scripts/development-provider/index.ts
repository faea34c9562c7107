import { generateKeyPairSync, randomBytes } from 'node:crypto';
import express, { type RequestHandler } from 'express';
import type { JWK, KoaContextWithOIDC } from 'oidc-provider';
// Not the package's front door, which warns on Node 20 that it is made for newer ones.
import { Provider } from 'oidc-provider/lib/provider.js';
import { isLoopback, type OidcSettings } from '../../config/settings';
import type { Municipality } from '../../domain/municipality';
import { callbackPath } from '../../server/sign-in/sign-in';
import { createMemory } from './memory';
import { expiredPage, pickingPage } from './page';
import { madeUpPeople, type MadeUpPerson } from './people';

/** Where it is found under the site's address. */
export const developmentProviderPath = '/made-up-sign-in';

export interface DevelopmentProvider {
  /** How the server reaches it as its provider of sign-in. */
  oidc: OidcSettings;
  path: string;
  handler: RequestHandler;
}

/**
 * An OpenID Connect provider that asks for no password: one picks a made-up person. For `npm start`
 * and tests alone; it answers nobody who came by another name than this machine's own.
 *
 * @param publicUrl where the site is reached, without a slash at the end; it must be this machine
 */
export function createDevelopmentProvider(
  publicUrl: string,
  municipalities: readonly Municipality[],
): DevelopmentProvider {
  if (!isLoopback(new URL(publicUrl).hostname)) {
    throw new Error('made-up people may sign in on this machine only');
  }
  const people = madeUpPeople(municipalities);
  const oidc: OidcSettings = {
    issuer: publicUrl + developmentProviderPath,
    clientId: 'samverkan',
    clientSecret: randomBytes(32).toString('base64url'),
    rolesClaim: 'roles',
  };
  const provider = createProvider(oidc, publicUrl + callbackPath, people);
  const app = express.Router();
  app.use(onThisMachineOnly);
  app.get('/pick/:uid', async (request, response) => {
    const { uid } = await provider.interactionDetails(request, response);
    const action = `${developmentProviderPath}/pick/${uid}`;
    response.send(pickingPage(action, municipalities, people));
  });
  app.post('/pick/:uid', express.urlencoded(), async (request, response) => {
    const { subject } = request.body as { subject?: unknown };
    const picked = people.find((person) => person.subject === subject);
    if (!picked) return response.redirect(303, request.originalUrl);
    const login = { accountId: picked.subject };
    await provider.interactionFinished(request, response, { login });
  });
  app.use('/pick', expired);
  app.use(provider.callback());
  return { oidc, path: developmentProviderPath, handler: app };
}

function createProvider(
  { issuer, clientId, clientSecret }: OidcSettings,
  redirectUri: string,
  people: readonly MadeUpPerson[],
): Provider {
  const provider = new Provider(issuer, {
    adapter: createMemory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'roles'], email: ['email'] },
    // Everything in the ID token, as many providers can be told to.
    conformIdTokenClaims: false,
    findAccount: (_context, subject) => accountOf(people, subject),
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${developmentProviderPath}/pick/${uid}` },
    loadExistingGrant: grantEverything,
    expiresWithSession: () => false,
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    jwks: { keys: [ownKey()] },
    ttl: { Interaction: 3600, Grant: 600, Session: 600, IdToken: 600, AccessToken: 600 },
  });
  return provider;
}

/** Picking is all that is asked: there is nothing to consent to. */
async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
}

function accountOf(people: readonly MadeUpPerson[], subject: string) {
  const person = people.find((each) => each.subject === subject);
  if (!person) return undefined;
  const { name, email, municipality, role } = person;
  return {
    accountId: subject,
    claims: () => ({ sub: subject, name, email, roles: [`${municipality}:${role}`] }),
  };
}

let key: JWK | undefined;

/** One for the process: making it takes longer than all else. */
function ownKey(): JWK {
  return (key ??= newKey());
}

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' };
}

/** A proxy that lets others in names itself or them; a page of somebody else's brings its own name. */
const onThisMachineOnly: RequestHandler = ({ headers, hostname }, response, next) => {
  const isForwarded = 'forwarded' in headers || 'x-forwarded-for' in headers;
  if (isForwarded || !isLoopback(hostname)) return void response.sendStatus(404);
  response.set(
    'Content-Security-Policy',
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'",
  );
  next();
};

const expired: express.ErrorRequestHandler = (_error, _request, response, _next) => {
  response.status(410).send(expiredPage());
};
