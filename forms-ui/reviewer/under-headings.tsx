import { lazy, Suspense, type ReactNode } from 'react';
import type { TaskView } from '../../domain/api/shapes';
import type { Answers } from '../../domain/forms/types';

// Only those whose form came with many items load it.
const WithItemsUnder = lazy(() =>
  import('../shared/fields/items-under').then(({ WithItemsUnder: component }) => ({
    default: component,
  })),
);

interface Props {
  task: TaskView;
  children: ReactNode;
}

/** A form, with the items that came with it under their headings where it says which those are. */
export function UnderHeadings({ task: { id, form, completion }, children }: Props) {
  const has = form.pages.some(({ fields }) => fields.some(({ under }) => under !== undefined));
  if (!has || !completion) return children;
  return (
    <Suspense fallback={null}>
      <WithItemsUnder came={completion.answers as Answers} name={`task/${id}`}>
        {children}
      </WithItemsUnder>
    </Suspense>
  );
}
