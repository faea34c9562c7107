import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../shared/i18n/use-texts';
import type { Held } from './use-shared-answer';

/** The answer was not sent yet: others have written something meanwhile. Takes focus each time. */
export function HeldBack({ held }: { held: { why: Held; times: number } | undefined }) {
  const t = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const times = held?.times;
  useEffect(() => {
    if (times !== undefined) box.current?.focus();
  }, [times]);
  if (!held) return null;
  return (
    <Alert data-color="warning" role="alert" tabIndex={-1} ref={box} className="notice">
      <Paragraph>{t(`task.together.held.${held.why}`)}</Paragraph>
    </Alert>
  );
}
