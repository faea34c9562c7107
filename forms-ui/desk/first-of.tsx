import { Button } from '@digdir/designsystemet-react';
import { useState, type ReactNode } from 'react';

/** So many are shown of a long list before somebody asks for more, unless told otherwise. */
const usually = 25;

interface Props<T> {
  items: readonly T[];
  atFirst?: number;
  /** What the button says that shows so many more. */
  more: (count: number) => string;
  children: (shown: readonly T[]) => ReactNode;
}

/** The first of a list that may be long, and all of it when asked for. */
export function FirstOf<T>({ items, atFirst = usually, more, children }: Props<T>) {
  const [all, setAll] = useState(false);
  const hidden = all ? 0 : items.length - atFirst;
  return (
    <>
      {children(hidden > 0 ? items.slice(0, atFirst) : items)}
      {hidden > 0 && (
        <Button variant="secondary" onClick={() => setAll(true)}>
          {more(hidden)}
        </Button>
      )}
    </>
  );
}
