import type { ReactNode } from 'react';
import type { Resource } from '../api/use-resource';
import { FetchFault } from './fetch-fault';
import { Loading } from './loading';

interface Props<T> {
  resource: Resource<T>;
  whole?: boolean;
  children: (data: T) => ReactNode;
}

/** Shows what was fetched, that it is on its way, or what went wrong. */
export function Fetched<T>({ resource, whole = false, children }: Props<T>) {
  const { data, error, reload } = resource;
  if (data !== undefined) return children(data);
  if (error !== undefined) return <FetchFault error={error} retry={reload} whole={whole} />;
  return <Loading />;
}
