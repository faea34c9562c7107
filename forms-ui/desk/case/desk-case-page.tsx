import { useParams } from 'wouter';
import { deskAddress } from '../../../domain/pages';
import { hasCode } from '../../shared/api/problem-sentence';
import { useChangeEvents } from '../../shared/api/use-change-events';
import { useResource } from '../../shared/api/use-resource';
import { ProcessWording } from '../../shared/i18n/process-wording';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NotFound } from '../../shared/layout/not-found';
import { DeskFetched } from '../desk-fetched';
import { deskCaseEventsPath, getDeskCase } from '../endpoints';
import { DeskCase } from './desk-case';

/** One case with everything the municipality has of it. It follows what happens by itself. */
export function DeskCasePage() {
  const { id, name } = useMunicipality();
  const { case: caseId = '' } = useParams();
  const resource = useResource(`deskCase/${id}/${caseId}`, (signal) =>
    getDeskCase(id, caseId, signal),
  );
  useChangeEvents(deskCaseEventsPath(id, caseId), resource.reload);
  if (hasCode(resource.error, 'case.unknown')) {
    return <NotFound site={name} home={deskAddress(id)} />;
  }
  return (
    <DeskFetched resource={resource}>
      {(view) => (
        <ProcessWording wording={view.wording}>
          <DeskCase key={view.id} view={view} reload={resource.reload} />
        </ProcessWording>
      )}
    </DeskFetched>
  );
}
