import { useSyncExternalStore } from 'react';

// The router announces its own changes of address under the names of the history calls.
const changes = ['hashchange', 'popstate', 'pushState', 'replaceState'] as const;

function subscribe(onChange: () => void): () => void {
  changes.forEach((change) => window.addEventListener(change, onChange));
  return () => changes.forEach((change) => window.removeEventListener(change, onChange));
}

/** The address' fragment without its `#`: the token of a link, never sent to any server by itself. */
export function useFragment(): string {
  return useSyncExternalStore(subscribe, () => location.hash.slice(1));
}
