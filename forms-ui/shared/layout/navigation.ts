import { useEffect } from 'react';
import { useLocation } from 'wouter';

let visited: string | undefined;
let movedWithinPage = false;
let byHistory = false;

/**
 * True once the reader has moved inside the page: from then on each new heading takes focus, so
 * that a screen reader tells where one is. The very first page is read from its top.
 */
export function hasMoved(): boolean {
  return movedWithinPage;
}

/** Makes the next heading take focus, when the content changes without a change of address. */
export function markMoved(): void {
  movedWithinPage = true;
}

/** Watches the address. A new page begins at its top; going back stays where the browser puts it. */
export function useNavigationWatch(): void {
  const [path] = useLocation();
  if (visited !== undefined && visited !== path) movedWithinPage = true;
  visited = path;
  useEffect(() => {
    const onPop = () => {
      byHistory = true;
    };
    window.addEventListener('popstate', onPop);
    return () => window.removeEventListener('popstate', onPop);
  }, []);
  useEffect(() => {
    if (movedWithinPage && !byHistory) window.scrollTo(0, 0);
    byHistory = false;
  }, [path]);
}
