import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { problemSentence } from '../api/problem-sentence';
import { useTexts } from '../i18n/use-texts';

interface Props {
  error: unknown;
  retry: () => void;
  /** True where nothing else is on the page: the fault is then the page's heading. */
  whole?: boolean;
}

/** Something could not be fetched: what happened and a way to try again. */
export function FetchFault({ error, retry, whole = false }: Props) {
  const t = useTexts();
  return (
    <Alert data-color="danger" role="alert" className="notice">
      <Heading level={whole ? 1 : 2} data-size="xs">
        {t('layout.fault.heading')}
      </Heading>
      <Paragraph>{problemSentence(error, t)}</Paragraph>
      <Button variant="secondary" onClick={retry}>
        {t('layout.fault.retry')}
      </Button>
    </Alert>
  );
}
