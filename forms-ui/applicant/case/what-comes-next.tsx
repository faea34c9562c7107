import { Paragraph } from '@digdir/designsystemet-react';
import type { CaseView } from '../../../domain/api/shapes';
import { useTexts } from '../../shared/i18n/use-texts';

const open = ['received', 'reviewing', 'awaitingCompletion', 'awaitingSignature'] as const;

/** How long the step usually takes, where the municipality says so, and what follows it. */
export function WhatComesNext({ view }: { view: CaseView }) {
  const t = useTexts();
  const state = open.find((each) => each === view.state);
  if (!state) return null;
  const { usuallyWithinDays: count } = view;
  return (
    <>
      {count !== null && <Paragraph>{t('case.usually', { count })}</Paragraph>}
      <Paragraph>{t(`case.then.${state}`)}</Paragraph>
    </>
  );
}
