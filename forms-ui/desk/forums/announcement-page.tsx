import { Paragraph } from '@digdir/designsystemet-react';
import { useLocation, useParams } from 'wouter';
import type { CorrectionView } from '../../../domain/api/desk';
import { formText } from '../../../domain/forms/summary';
import type { FormDefinition } from '../../../domain/forms/types';
import { sendsMatters } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { useResource } from '../../shared/api/use-resource';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskFetched } from '../desk-fetched';
import { DeskForm } from '../desk-form';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { getAnnouncement, postAnnouncement } from './endpoints';

/** Where a forum that is still to come is moved, or told otherwise. */
export function AnnouncementPage() {
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '' } = useParams();
  const resource = useResource(`forum/${caseId}`, (signal) => getAnnouncement(id, caseId, signal));
  if (!sendsMatters(official)) return <NoSuchPage />;
  return (
    <DeskFetched resource={resource}>
      {(announcement) => <Changing key={caseId} caseId={caseId} announcement={announcement} />}
    </DeskFetched>
  );
}

function Changing({ caseId, announcement }: { caseId: string; announcement: CorrectionView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const [, navigate] = useLocation();
  const form = announcement.form as FormDefinition;
  const home = `${deskAddress(id)}/cases/${caseId}`;
  return (
    <div className="desk-page desk-page--form" data-size="sm">
      <p className="back">
        <RouteLink href={home}>{t('record.back')}</RouteLink>
      </p>
      <PageHeading
        title={t('forums.change')}
        caption={`${t('record.caption', { number: announcement.number })}, ${announcement.title}`}
        site={name}
      />
      <Paragraph>{formText(form, language, 'intro')}</Paragraph>
      <DeskForm
        form={form}
        answers={announcement.answers}
        draft={`${id}/forum/${caseId}`}
        onSend={async (answers) => {
          await postAnnouncement(id, caseId, { answers });
          navigate(home);
        }}
      />
    </div>
  );
}
