import type { CaseView } from '../../../domain/api/shapes';
import { caseEventsPath, getCase } from '../../shared/api/endpoints';
import { useChangeEvents } from '../../shared/api/use-change-events';
import { ProcessWording } from '../../shared/i18n/process-wording';
import { LinkedPage, type Linked } from '../../shared/links/linked-page';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { CaseStatus } from './case-status';
import { NewsLine } from './news-line';

/** Where a case is, for the one who sent it in. Right after sending it is the receipt. */
export default function CasePage() {
  return (
    <LinkedPage kind="case" read={getCase}>
      {(linked) => (
        <ProcessWording wording={linked.data.wording}>
          <LiveCase linked={linked} />
        </ProcessWording>
      )}
    </LinkedPage>
  );
}

function LiveCase({ linked }: { linked: Linked<CaseView> }) {
  const { id } = useMunicipality();
  useChangeEvents(caseEventsPath(id, linked.data.id), linked.reload);
  return (
    <>
      <NewsLine timeline={linked.data.timeline} />
      <CaseStatus linked={linked} />
    </>
  );
}
