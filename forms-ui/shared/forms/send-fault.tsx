import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { problemSentence } from '../api/problem-sentence';
import { useTexts } from '../i18n/use-texts';

interface Props {
  /** What the last attempt to send failed with; undefined when nothing is wrong. */
  error: unknown;
  children?: ReactNode;
}

/** Sending did not succeed: nothing is lost, and what to do. Takes focus. */
export function SendFault({ error, children }: Props) {
  const t = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error !== undefined) box.current?.focus();
  }, [error]);
  if (error === undefined) return null;
  return (
    <Alert data-color="danger" role="alert" tabIndex={-1} ref={box} className="notice">
      <Heading level={2} data-size="xs">
        {t('form.sendFault')}
      </Heading>
      <Paragraph>{problemSentence(error, t)}</Paragraph>
      {children}
    </Alert>
  );
}
