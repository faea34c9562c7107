import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { problemSentence } from '../../shared/api/problem-sentence';
import { useTexts } from '../../shared/i18n/use-texts';
import type { ApplicationDraft } from './use-application-draft';

/** Somebody else has saved the same application: the reader says which version stays. Nothing is lost until then. */
export function ChangedElsewhere({ draft }: { draft: ApplicationDraft }) {
  const t = useTexts();
  const [error, setError] = useState<unknown>();
  if (draft.onServer?.state !== 'changed') return null;
  const choose = (act: () => Promise<void>) => () => {
    act().then(() => setError(undefined), setError);
  };
  return (
    <Alert data-color="warning" role="alert" className="notice">
      <Heading level={2} data-size="xs">
        {t('apply.changed.heading')}
      </Heading>
      <Paragraph>{t('apply.changed.text')}</Paragraph>
      {error !== undefined && <Paragraph>{problemSentence(error, t)}</Paragraph>}
      <div className="actions">
        <Button type="button" variant="secondary" onClick={choose(draft.showTheirs)}>
          {t('apply.changed.theirs')}
        </Button>
        <Button type="button" variant="secondary" onClick={choose(draft.keepMine)}>
          {t('apply.changed.mine')}
        </Button>
      </div>
    </Alert>
  );
}
