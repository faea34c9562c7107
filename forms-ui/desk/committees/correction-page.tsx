import { Paragraph } from '@digdir/designsystemet-react';
import { useLocation, useParams } from 'wouter';
import type { CorrectionView } from '../../../domain/api/desk';
import type { FormDefinition } from '../../../domain/forms/types';
import { recordsDecisions } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { hasCode } from '../../shared/api/problem-sentence';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { NotFound } from '../../shared/layout/not-found';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskFetched } from '../desk-fetched';
import { DeskForm } from '../desk-form';
import { correctDecision, getCorrection } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';

/** Where a secretary records a decision anew because what was recorded is wrong. */
export function CorrectionPage() {
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const { case: caseId = '', decision: decisionId = '' } = useParams();
  const at = { caseId, decisionId };
  const resource = useResource(`correction/${decisionId}`, (signal) =>
    getCorrection(id, at, signal),
  );
  const home = `${deskAddress(id)}/cases/${caseId}`;
  if (!recordsDecisions(official)) return <NoSuchPage />;
  const isGone =
    hasCode(resource.error, 'decision.unknown') || hasCode(resource.error, 'decision.notPossible');
  if (isGone) return <NotFound site={name} home={home} />;
  return (
    <DeskFetched resource={resource}>
      {(correction) => <Correcting key={decisionId} at={at} correction={correction} />}
    </DeskFetched>
  );
}

interface Props {
  at: { caseId: string; decisionId: string };
  correction: CorrectionView;
}

function Correcting({ at, correction }: Props) {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const [, navigate] = useLocation();
  const home = `${deskAddress(id)}/cases/${at.caseId}`;
  return (
    <div className="desk-page desk-page--form" data-size="sm">
      <p className="back">
        <RouteLink href={home}>{t('record.back')}</RouteLink>
      </p>
      <PageHeading
        title={t('decisions.correct')}
        caption={`${t('record.caption', { number: correction.number })}, ${correction.title}`}
        site={name}
      />
      <Paragraph>{t('decisions.correctLead')}</Paragraph>
      <DeskForm
        form={correction.form as FormDefinition}
        answers={correction.answers}
        draft={`${id}/correction/${at.decisionId}`}
        onSend={async (answers) => {
          await correctDecision(id, at, { answers });
          navigate(home);
        }}
      />
    </div>
  );
}
