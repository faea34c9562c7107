import type { OfficialView } from '../../domain/api/desk';
import { call } from '../shared/api/client';
import { api } from '../shared/api/endpoints';

const desk = (id: string, ...parts: string[]) => api(id, 'desk', ...parts);

export function getOfficial(id: string, signal: AbortSignal): Promise<OfficialView> {
  return call('GET', desk(id, 'session'), { signal });
}

/** The address of the provider, to go to; it sends the reader back to `returnTo`. */
export async function beginSignIn(id: string, returnTo: string): Promise<string> {
  const path = desk(id, 'sign-in');
  return (await call<{ address: string }>('POST', path, { body: { returnTo } })).address;
}

export async function signOut(id: string): Promise<void> {
  await call('POST', desk(id, 'sign-out'));
}
