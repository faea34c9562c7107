import { lazy, Suspense, type ReactNode } from 'react';
import type { TaskView } from '../../domain/api/shapes';
import type { Answers } from '../../domain/forms/types';

// Only those who answer every year load it.
const WithPreviousAnswers = lazy(() =>
  import('../shared/fields/previous-answer').then(({ WithPreviousAnswers: component }) => ({
    default: component,
  })),
);

interface Props {
  previous: TaskView['previous'];
  children: ReactNode;
}

/** A form, with what was answered last time beside its fields where something was. */
export function BesidePrevious({ previous, children }: Props) {
  if (!previous) return children;
  return (
    <Suspense fallback={children}>
      <WithPreviousAnswers year={previous.year} answers={previous.answers as Answers}>
        {children}
      </WithPreviousAnswers>
    </Suspense>
  );
}
