import { configuredMunicipalities } from '../../config/municipalities';
import type { Database } from '../../database/open';
import type { OfficialRole } from '../../domain/officials';
import { createDevelopmentProvider } from '../../scripts/development-provider';
import { findFreePorts } from '../../scripts/temporal/free-ports';
import type { ServerOptions } from '../../server/run';
import { ApiClient } from './api-client';
import { startTestServer, type TestServer } from './test-server';

/** The provider of made-up people, and the address it needs the site to have. */
export function providerAt(port: number): Pick<ServerOptions, 'oidc' | 'beside' | 'publicUrl'> {
  const publicUrl = `http://127.0.0.1:${port}`;
  const municipalities = configuredMunicipalities.map(({ municipality }) => municipality);
  const provider = createDevelopmentProvider(publicUrl, municipalities);
  return { publicUrl, oidc: provider.oidc, beside: provider };
}

/** The real server where one can sign in as anybody made up. */
export async function startDeskServer(
  database: Database,
  options: Partial<ServerOptions> = {},
): Promise<TestServer> {
  const [port = 0] = await findFreePorts(1);
  return startTestServer(database, { port, ...providerAt(port), ...options });
}

/** A browser in which an official is signed in. */
export async function signIn(
  url: string,
  municipalityId: string,
  role: OfficialRole,
  api = new ApiClient(url),
): Promise<ApiClient> {
  const returned = await returnFromProvider(api, municipalityId, `${municipalityId}-${role}`);
  const end = await api.get(returned);
  const session = await api.get(`/api/${municipalityId}/desk/session`);
  if (!session.ok) throw new Error(`${end.headers.get('location')}: ${await session.text()}`);
  return api;
}

/** Goes to the provider, picks a person, and stops before our callback: its address with the code. */
export async function returnFromProvider(
  api: ApiClient,
  municipalityId: string,
  subject: string,
  returnTo = `/${municipalityId}/desk`,
): Promise<string> {
  const begun = await api.post(`/api/${municipalityId}/desk/sign-in`, { returnTo });
  if (!begun.ok) throw new Error(await begun.text());
  const { address } = (await begun.json()) as { address: string };
  const picking = pathOf(api, await api.get(pathOf(api, address)));
  const picked = await api.submit(picking, { subject });
  return pathOf(api, await api.get(pathOf(api, picked)));
}

/** Where a redirect leads, or an address of ours, without our origin. */
export function pathOf(api: ApiClient, to: Response | string): string {
  const address = typeof to === 'string' ? to : (to.headers.get('location') ?? '');
  if (address === '') throw new Error('no redirect');
  const { origin, pathname, search } = new URL(address, api.url);
  if (origin !== api.url) throw new Error(`leads to ${origin}`);
  return pathname + search;
}
