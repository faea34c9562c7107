import { useParams } from 'wouter';
import { keepsLedger } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { hasCode } from '../../shared/api/problem-sentence';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { NotFound } from '../../shared/layout/not-found';
import { CaseFormPage } from '../case-form-page';
import { DeskFetched } from '../desk-fetched';
import { correctAccount, getAccountCorrection } from '../endpoints';
import { useOfficial } from '../official-context';

/** Where the account of a settled year is corrected. */
export function AccountPage() {
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '' } = useParams();
  const resource = useResource(`account/${caseId}`, (signal) =>
    getAccountCorrection(id, caseId, signal),
  );
  if (!keepsLedger(official)) return <NoSuchPage />;
  if (hasCode(resource.error, 'settlement.unknown')) {
    return <NotFound site={name} home={`${deskAddress(id)}/cases/${caseId}`} />;
  }
  return (
    <DeskFetched resource={resource}>
      {(account) => (
        <CaseFormPage
          key={caseId}
          caseId={caseId}
          view={account}
          draft={`${id}/account/${caseId}`}
          onSend={async (answers) => {
            await correctAccount(id, caseId, { corrects: account.corrects, answers });
            return { caseId };
          }}
        />
      )}
    </DeskFetched>
  );
}
