import { Heading } from '@digdir/designsystemet-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { hasMoved } from './navigation';
import { usePageTitle } from './page-title';

interface Props {
  title: string;
  /** Whose site: the municipality, or the installation. */
  site: string;
  /** Small line above, such as "Step 2 of 5"; read with the heading. */
  caption?: ReactNode;
  faulty?: boolean;
}

/** The page's h1. Takes focus when the reader has come here from another page. */
export function PageHeading({ title, site, caption, faulty = false }: Props) {
  usePageTitle(title, site, faulty);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <Heading level={1} data-size="lg" tabIndex={-1} ref={heading} className="page-heading">
      {caption !== undefined && <span className="page-heading__caption">{caption}</span>}
      {title}
    </Heading>
  );
}
