import type { DeskTask } from '../../../domain/api/desk';
import { keepsDiary } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { answeredInWriting, keptAfterwards } from '../../../domain/process';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { Detail } from '../desk-table';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';

/** What an organisation answers may come on paper; whoever keeps the diary enters it. */
export function FromPaper({ caseId, task }: { caseId: string; task: DeskTask }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const isAsked = task.state === 'open' && answeredInWriting.includes(task.kind);
  const isKept = task.state === 'closed' && keptAfterwards.includes(task.kind);
  if (!(isAsked || isKept) || !keepsDiary(official)) return null;
  return (
    <Detail>
      <RouteLink href={`${deskAddress(id)}/cases/${caseId}/answers/${task.id}`}>
        {t('paperAnswer.menu')}
      </RouteLink>
    </Detail>
  );
}
