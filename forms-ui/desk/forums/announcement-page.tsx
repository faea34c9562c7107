import { useParams } from 'wouter';
import { sendsMatters } from '../../../domain/officials';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { CaseFormPage } from '../case-form-page';
import { DeskFetched } from '../desk-fetched';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { getAnnouncement, postAnnouncement } from './endpoints';

/** Where a forum that is still to come is moved, or told otherwise. */
export function AnnouncementPage() {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '' } = useParams();
  const resource = useResource(`forum/${caseId}`, (signal) => getAnnouncement(id, caseId, signal));
  if (!sendsMatters(official)) return <NoSuchPage />;
  return (
    <DeskFetched resource={resource}>
      {(announcement) => (
        <CaseFormPage
          key={caseId}
          caseId={caseId}
          view={announcement}
          title={t('forums.change')}
          draft={`${id}/forum/${caseId}`}
          onSend={async (answers) => {
            await postAnnouncement(id, caseId, { answers });
            return { caseId };
          }}
        />
      )}
    </DeskFetched>
  );
}
