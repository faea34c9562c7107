import { Button, Link } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { Link as Route } from 'wouter';

interface Props {
  href: string;
  children: ReactNode;
  className?: string;
  /** Kept with the history entry; see `useHistoryState`. */
  state?: unknown;
  replace?: boolean;
  /** What else following it does. */
  onClick?: () => void;
}

/** A link to another of our pages. */
export function RouteLink({ children, className, ...to }: Props) {
  return (
    <Link asChild {...(className === undefined ? {} : { className })}>
      <Route {...to}>{children}</Route>
    </Link>
  );
}

/** The page's primary action, when it leads to another page. */
export function RouteButton({ children, ...to }: Omit<Props, 'className'>) {
  return (
    <Button asChild>
      <Route {...to}>{children}</Route>
    </Button>
  );
}
