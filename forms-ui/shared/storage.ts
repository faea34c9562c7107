/** What a browser keeps, or does not: storage may be switched off or full. */
export interface Keeper {
  read(key: string): string | undefined;
  /** False when the browser refused to keep it. */
  write(key: string, value: string): boolean;
  remove(key: string): void;
}

/** A keeper over a storage that is looked up at each use, as looking it up may itself be refused. */
export function keeper(storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Keeper {
  const attempt = <T>(action: () => T, otherwise: T): T => {
    try {
      return action();
    } catch {
      return otherwise;
    }
  };
  return {
    read: (key) => attempt(() => storage().getItem(key) ?? undefined, undefined),
    write: (key, value) =>
      attempt(() => {
        storage().setItem(key, value);
        return true;
      }, false),
    remove: (key) => attempt(() => storage().removeItem(key), undefined),
  };
}

/** Kept until the tab is closed. */
export const tabKeeper = keeper(() => sessionStorage);

/** Kept for every tab of this browser. */
export const browserKeeper = keeper(() => localStorage);
