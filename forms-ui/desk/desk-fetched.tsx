import { useEffect, type ReactNode } from 'react';
import { hasCode } from '../shared/api/problem-sentence';
import type { Resource } from '../shared/api/use-resource';
import { Fetched } from '../shared/layout/fetched';
import { useOfficial } from './official-context';

/** Shows what was fetched; a session that has ended meanwhile leads to signing in. */
export function DeskFetched<T>({
  resource,
  children,
}: {
  resource: Resource<T>;
  children: (data: T) => ReactNode;
}) {
  useEndedSession(resource.error);
  return <Fetched resource={resource}>{children}</Fetched>;
}

/** Asks the reader to sign in when something failed because nobody is signed in any more. */
export function useEndedSession(error: unknown): void {
  const { recheck } = useOfficial();
  const isOver = hasCode(error, 'official.signedOut');
  useEffect(() => {
    if (isOver) recheck();
  }, [isOver, recheck]);
}
