import { lazy, type ReactNode } from 'react';
import { Redirect } from 'wouter';
import type { LinkTarget } from '../../../domain/api/shapes';
import { hasCode } from '../api/problem-sentence';
import { useResource, type Resource } from '../api/use-resource';
import { Fetched } from '../layout/fetched';
import { useMunicipality } from '../layout/municipality-context';
import { OtherPage, withLink } from './session';
import { useFragment } from './use-fragment';

const LinkNeeded = lazy(() => import('./link-needed'));

/** What a link opened, and how to do something with it. */
export interface Linked<T> extends Resource<T> {
  data: T;
  /** Runs a call inside the link's session, which is renewed when it has run out. */
  run: <R>(action: (id: string) => Promise<R>) => Promise<R>;
}

interface Props<T> {
  kind: LinkTarget['kind'];
  read: (municipality: string, id: string) => Promise<T>;
  /** What is shown for a link that opens nothing, where nobody can ask for a new one. */
  broken?: ReactNode;
  children: (linked: Linked<T>) => ReactNode;
}

/**
 * A page that a mailed link opens. Reading changes nothing, so scanners and previews do no harm.
 * Whatever is wrong with the link, the reader sees the same page with a way to a new one.
 */
export function LinkedPage<T>({ kind, read, broken, children }: Props<T>) {
  const { id: municipality } = useMunicipality();
  const token = useFragment();
  if (token === '') return broken ?? <LinkNeeded broken={kind === 'task'} />;
  return (
    <OpenedPage
      key={token}
      {...{ kind, token, broken, children, municipality }}
      read={(id) => read(municipality, id)}
    />
  );
}

interface OpenedProps<T> {
  kind: LinkTarget['kind'];
  municipality: string;
  token: string;
  read: (id: string) => Promise<T>;
  broken: ReactNode;
  children: (linked: Linked<T>) => ReactNode;
}

function OpenedPage<T>({ kind, municipality, token, read, broken, children }: OpenedProps<T>) {
  const run: Linked<T>['run'] = (action) => withLink(municipality, token, kind, action);
  const resource = useResource(`${municipality}/${kind}/${token}`, () => run(read));
  if (resource.error instanceof OtherPage) {
    return <Redirect to={`/${municipality}/${resource.error.kind}#${token}`} replace />;
  }
  if (isUnusable(resource.error)) return broken ?? <LinkNeeded broken />;
  return (
    <Fetched resource={resource} whole>
      {(data) => children({ ...resource, data, run })}
    </Fetched>
  );
}

function isUnusable(error: unknown): boolean {
  return hasCode(error, 'link.unusable') || hasCode(error, 'session.missing');
}
