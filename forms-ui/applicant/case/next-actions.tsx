import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { CaseState, CaseView } from '../../../domain/api/shapes';
import { startAddress } from '../../../domain/pages';
import { withdrawApplication } from '../../shared/api/endpoints';
import { SideForm } from '../../shared/forms/side-form';
import { useTexts } from '../../shared/i18n/use-texts';
import { JumpLink } from '../../shared/layout/jump-link';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { tabKeeper } from '../../shared/storage';
import type { Linked } from '../../shared/links/linked-page';
import { AddRecord } from './add-record';
import { AskPerson } from './ask-person';
import { rememberOwnCase } from '../apply/own-case';
import { stageOf } from './stage';
import { withdrawalForm } from './withdrawal-definition';

const underWay: readonly CaseState[] = [
  'received',
  'reviewing',
  'awaitingCompletion',
  'awaitingSignature',
];

/** What the applicant can do in each state. */
export function NextActions({ linked }: { linked: Linked<CaseView> }) {
  const { state } = linked.data;
  const stage = stageOf(linked.data);
  const t = useTexts();
  const { id } = useMunicipality();
  return (
    <section aria-labelledby="next-heading">
      <Heading level={2} data-size="sm" id="next-heading">
        {t('case.next')}
      </Heading>
      <Paragraph>{t(`case.states.${stage}.next`)}</Paragraph>
      <p className="link-line">
        {stage === 'awaitingSignature' && (
          <RouteLink href={`/${id}/case`}>{t('case.newLink')}</RouteLink>
        )}
        {state === 'completed' && (
          <RouteLink href={`/${id}/parties`}>{t('case.register')}</RouteLink>
        )}
        {stage !== 'awaitingSignature' && stage !== 'completed' && (
          <JumpLink to="contact-heading">{t('layout.contact.heading')}</JumpLink>
        )}
      </p>
      <ReportChange view={linked.data} />
      <AskPerson linked={linked} />
      {underWay.includes(state) && (
        <>
          <AddRecord linked={linked} />
          <Withdrawal linked={linked} />
        </>
      )}
    </section>
  );
}

/** What an organisation in the register reports from here is known to come from it. */
function ReportChange({ view }: { view: CaseView }) {
  const t = useTexts();
  const { id } = useMunicipality();
  if (view.reportAddress === null) return null;
  return (
    <p className="link-line">
      <RouteLink
        href={startAddress(id, view.reportAddress)}
        onClick={() => rememberOwnCase(tabKeeper, id, view.id)}
      >
        {t('case.report')}
      </RouteLink>
    </p>
  );
}

function Withdrawal({ linked }: { linked: Linked<CaseView> }) {
  const { id } = useMunicipality();
  const { run, reload } = linked;
  return (
    <SideForm
      form={withdrawalForm}
      onSend={async (typed) => {
        const reason = typed.withdrawalReason as string;
        await run((caseId) => withdrawApplication(id, caseId, { reason }));
        reload();
      }}
    />
  );
}
