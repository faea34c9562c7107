import { Paragraph } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { useLocation, useParams } from 'wouter';
import type { CorrectionView } from '../../../domain/api/desk';
import { formText } from '../../../domain/forms/summary';
import type { FormDefinition } from '../../../domain/forms/types';
import { keepsForums } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { useResource } from '../../shared/api/use-resource';
import { UploadsContext } from '../../shared/fields/uploads-context';
import { submissionKeys } from '../../shared/forms/submission-key';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { tabKeeper } from '../../shared/storage';
import { DeskFetched } from '../desk-fetched';
import { DeskForm } from '../desk-form';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { useRecordUploads } from '../use-record-uploads';
import { getForumAccession, postForumAccession } from './endpoints';

/** Where an organisation is entered that signed at a forum. */
export function ForumAccessionPage() {
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '' } = useParams();
  const resource = useResource(`forum-accession/${caseId}`, (signal) =>
    getForumAccession(id, caseId, signal),
  );
  if (!keepsForums(official)) return <NoSuchPage />;
  return (
    <DeskFetched resource={resource}>
      {(view) => <Entering key={caseId} caseId={caseId} view={view} />}
    </DeskFetched>
  );
}

function Entering({ caseId, view }: { caseId: string; view: CorrectionView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const [, navigate] = useLocation();
  const form = view.form as FormDefinition;
  const draft = `${id}/forum/${caseId}/accession`;
  const keys = useMemo(() => submissionKeys(draft, tabKeeper, tabKeeper), [draft]);
  const uploads = useRecordUploads(caseId);
  return (
    <div className="desk-page desk-page--form" data-size="sm">
      <p className="back">
        <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>{t('record.back')}</RouteLink>
      </p>
      <PageHeading
        title={formText(form, language, 'title')}
        caption={`${t('record.caption', { number: view.number })}, ${view.title}`}
        site={name}
      />
      <Paragraph>{formText(form, language, 'intro')}</Paragraph>
      <UploadsContext value={uploads}>
        <DeskForm
          form={form}
          draft={draft}
          onSend={async (answers) => {
            const submissionKey = keys.keyFor(JSON.stringify(answers));
            const entered = await postForumAccession(id, caseId, { submissionKey, answers });
            keys.finish();
            navigate(`${deskAddress(id)}/cases/${entered.caseId}`);
          }}
        />
      </UploadsContext>
    </div>
  );
}
