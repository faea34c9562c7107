import { Link } from '@digdir/designsystemet-react';
import type { MouseEvent, ReactNode } from 'react';

/**
 * Moves focus and view to a place on the page without touching the address: on pages opened by
 * a mailed link the address' fragment is the key to the page.
 */
export function jumpTo(id: string): void {
  const target = document.getElementById(id);
  if (!target) return;
  if (target.tabIndex < 0 && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'start' });
}

export function onJump(id: string) {
  return (event: MouseEvent) => {
    event.preventDefault();
    jumpTo(id);
  };
}

export function JumpLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link href={`#${to}`} onClick={onJump(to)}>
      {children}
    </Link>
  );
}
