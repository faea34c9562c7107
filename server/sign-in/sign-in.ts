import * as oidc from 'openid-client';
import type { OidcSettings } from '../../config/settings';
import { DomainError } from '../../domain/errors';
import { findClaim } from '../../domain/officials';
import { codeOf } from '../../domain/unknown-error';

/** Where the provider sends people back to; it must know this address of the site. */
export const callbackPath = '/api/sign-in/callback';

/** What one attempt to sign in must show when it comes back. */
export interface AttemptSecrets {
  state: string;
  nonce: string;
  verifier: string;
}

/** Who the provider says somebody is. */
export interface Identity {
  subject: string;
  name: string;
  email: string;
  /** The claim that holds roles, as it came. */
  roles: unknown;
}

export interface SignIn {
  /** The provider's address to send the browser to. Throws `signIn.unavailable`. */
  addressFor(attempt: AttemptSecrets): Promise<string>;
  /**
   * Who has come back, at this address of ours. Throws `signIn.unavailable` when the provider does
   * not answer and `signIn.failed` when it did not let them in or its word cannot be trusted.
   */
  identify(address: URL, attempt: AttemptSecrets): Promise<Identity>;
}

const timeoutSeconds = 10;

export function newAttempt(stateFor: (random: string) => string): AttemptSecrets {
  return {
    state: stateFor(oidc.randomState()),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  };
}

/** Signs people in by a provider: authorization code with PKCE, state and nonce. */
export function createSignIn(settings: OidcSettings, publicUrl: string): SignIn {
  const configuration = discoverOnce(settings);
  return {
    async addressFor({ state, nonce, verifier }) {
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: publicUrl + callbackPath,
        scope: 'openid profile email',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      });
      return address.href;
    },
    async identify(address, { state, nonce, verifier }) {
      const known = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(known, address, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        return await identityOf(known, tokens, settings.rolesClaim);
      } catch (error) {
        const reason = { reason: codeOf(error) };
        throw new DomainError(isOutage(error) ? 'signIn.unavailable' : 'signIn.failed', reason);
      }
    },
  };
}

/** Asks the provider about itself when somebody first wants to sign in, and again after a failure. */
function discoverOnce({ issuer, clientId, clientSecret }: OidcSettings) {
  let known: Promise<oidc.Configuration> | undefined;
  const isLocal = issuer.startsWith('http:');
  const discover = () =>
    oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: timeoutSeconds,
      // The ID token's signature is checked although it came directly from the provider.
      execute: [oidc.enableNonRepudiationChecks, ...(isLocal ? [allowLocalHttp] : [])],
    });
  return (): Promise<oidc.Configuration> => {
    known ??= discover().catch((error: unknown) => {
      known = undefined;
      throw new DomainError('signIn.unavailable', { reason: codeOf(error) });
    });
    return known;
  };
}

/** Settings let a provider without https be on this machine only. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- marked so that nobody forgets it
const allowLocalHttp = oidc.allowInsecureRequests;

async function identityOf(
  known: oidc.Configuration,
  tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>,
  rolesClaim: string,
): Promise<Identity> {
  const token = tokens.claims();
  if (!token) throw new Error('no ID token');
  const claims = hasRoles(token, rolesClaim)
    ? token
    : { ...token, ...(await moreClaims(known, tokens.access_token, token.sub)) };
  const name = textOf(claims.name) || textOf(claims.preferred_username) || token.sub;
  const roles = findClaim(claims, rolesClaim);
  return { subject: token.sub, name, email: textOf(claims.email), roles };
}

function hasRoles(claims: Readonly<Record<string, unknown>>, rolesClaim: string): boolean {
  return findClaim(claims, rolesClaim) !== undefined;
}

/** Some providers keep their ID tokens small and tell the rest when asked. */
async function moreClaims(
  known: oidc.Configuration,
  accessToken: string,
  subject: string,
): Promise<Partial<oidc.UserInfoResponse>> {
  if (!known.serverMetadata().userinfo_endpoint) return {};
  return oidc.fetchUserInfo(known, accessToken, subject);
}

function textOf(claim: unknown): string {
  return typeof claim === 'string' ? claim.trim() : '';
}

/** The provider did not answer at all, or said that it is the one in trouble. */
function isOutage(error: unknown): boolean {
  if (error instanceof TypeError) return true;
  const { code, status } = error as { code?: unknown; status?: unknown };
  return code === 'OAUTH_TIMEOUT' || (typeof status === 'number' && status >= 500);
}
