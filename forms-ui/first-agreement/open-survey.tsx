import { Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { firstAgreementOpenSurvey } from '../../domain/forms/definitions/first-agreement-survey';
import { ForumPart as Part } from '../forums/forum-notes';
import { call } from '../shared/api/client';
import { api } from '../shared/api/endpoints';
import { SideForm } from '../shared/forms/side-form';
import { submissionKeys } from '../shared/forms/submission-key';
import { formatDate } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';
import { tabKeeper } from '../shared/storage';

/** For whoever got no link of their own. */
export function OpenSurvey({ caseId, until }: { caseId: string; until: string }) {
  const t = useTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const [sent, setSent] = useState(false);
  const keys = useMemo(
    () => submissionKeys(`${id}/survey/${caseId}`, tabKeeper, tabKeeper),
    [id, caseId],
  );
  return (
    <Part title={t('firstAgreement.survey')}>
      <Paragraph>{t('firstAgreement.open', { day: formatDate(until, language) })}</Paragraph>
      <p role="status">{sent ? t('firstAgreement.sent') : ''}</p>
      {!sent && (
        <SideForm
          form={firstAgreementOpenSurvey}
          onSend={async (answers) => {
            const submissionKey = keys.keyFor(JSON.stringify(answers));
            await call('POST', api(id, 'first-agreement', caseId, 'answers'), {
              body: { submissionKey, answers },
            });
            keys.finish();
            setSent(true);
          }}
        />
      )}
    </Part>
  );
}
