import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type { ListView } from '../../../domain/api/desk';
import { useFragment } from '../../shared/links/use-fragment';

/** What the list shows, as its address says. */
export interface ListAddress {
  search: string;
  view: ListView;
}

const usual: ListView = 'open';

/** All of them, in the order they are offered; named here so that the page need not load the API's schemas. */
const everyView: Record<ListView, true> = {
  attention: true,
  open: true,
  received: true,
  reviewing: true,
  awaitingCompletion: true,
  awaitingSignature: true,
  awaitingDecision: true,
  awaitingReplies: true,
  completed: true,
  rejected: true,
  closed: true,
  all: true,
};
export const listViews = Object.keys(everyView) as ListView[];

/**
 * The list's search and view, kept in the fragment of the address: it can be bookmarked and gone
 * back to, and no server or log ever sees what was searched for.
 */
export function useListAddress(): [ListAddress, (to: ListAddress) => void] {
  const [path, navigate] = useLocation();
  const address = parseListAddress(useFragment());
  const go = useCallback((to: ListAddress) => navigate(path + listFragment(to)), [path, navigate]);
  return [address, go];
}

/** What a fragment says; what it does not say or nobody knows is as usual. */
export function parseListAddress(fragment: string): ListAddress {
  const said = new URLSearchParams(fragment);
  const view = said.get('view');
  return {
    search: said.get('search') ?? '',
    view: listViews.find((each) => each === view) ?? usual,
  };
}

/** The fragment with its `#`; empty for what is usual. */
export function listFragment({ search, view }: ListAddress): string {
  const said = new URLSearchParams();
  if (view !== usual) said.set('view', view);
  if (search.trim() !== '') said.set('search', search.trim());
  return said.size === 0 ? '' : `#${said.toString()}`;
}
