import { Alert, Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../shared/i18n/use-texts';

/** The report was put forward without this answer. */
export function AfterwardsNotice() {
  const t = useTexts();
  return (
    <Alert data-color="info" className="notice">
      <Paragraph>{t('task.followUp.afterwards')}</Paragraph>
    </Alert>
  );
}
