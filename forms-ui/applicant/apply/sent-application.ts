import type { Keeper } from '../../shared/storage';

/** The application that this tab has just sent: its number, and the link's token for its status. */
export interface SentApplication {
  number: string;
  statusToken: string;
}

const storageKey = (name: string) => `samverkan.sent.${name}`;

/** @param name which form of which municipality */
export function readSent(keeper: Keeper, name: string): SentApplication | undefined {
  try {
    const stored: unknown = JSON.parse(keeper.read(storageKey(name)) ?? 'null');
    return isSent(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

export function rememberSent(keeper: Keeper, name: string, sent: SentApplication): void {
  const { number, statusToken } = sent;
  keeper.write(storageKey(name), JSON.stringify({ number, statusToken }));
}

export function forgetSent(keeper: Keeper, name: string): void {
  keeper.remove(storageKey(name));
}

function isSent(stored: unknown): stored is SentApplication {
  if (typeof stored !== 'object' || stored === null) return false;
  const { number, statusToken } = stored as Partial<Record<keyof SentApplication, unknown>>;
  return typeof number === 'string' && typeof statusToken === 'string';
}
