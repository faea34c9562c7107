import { Paragraph } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { useLocation, useParams } from 'wouter';
import { formText } from '../../domain/forms/summary';
import type { FormDefinition } from '../../domain/forms/types';
import { sendsMatters } from '../../domain/officials';
import { deskAddress } from '../../domain/pages';
import { hasCode, problemSentence } from '../shared/api/problem-sentence';
import { useResource } from '../shared/api/use-resource';
import { submissionKeys } from '../shared/forms/submission-key';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';
import { NoSuchPage } from '../shared/layout/no-such-page';
import { PageHeading } from '../shared/layout/page-heading';
import { RouteLink } from '../shared/layout/route-link';
import { tabKeeper } from '../shared/storage';
import { DeskFetched } from './desk-fetched';
import { DeskForm } from './desk-form';
import { beginAtDesk, getBeginningForm } from './endpoints';
import { useGiverCover } from './ledger/use-giver-cover';
import { useOfficial } from './official-context';
import { useDeskTexts } from './use-desk-texts';

/** Where an official begins a case of the municipality's own, such as a matter for committees. */
export function BeginPage() {
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const { process = '' } = useParams();
  const resource = useResource(`begin/${id}/${process}`, (signal) =>
    getBeginningForm(id, process, signal),
  );
  if (!sendsMatters(official) || hasCode(resource.error, 'process.unknown')) return <NoSuchPage />;
  if (refusals.some((code) => hasCode(resource.error, code))) {
    return <NotNow error={resource.error} />;
  }
  return (
    <DeskFetched resource={resource}>
      {({ form }) => <Begin key={process} process={process} form={form as FormDefinition} />}
    </DeskFetched>
  );
}

/** Why a first agreement is not begun now: trying again would not change it. */
const refusals = ['agreement.inForce', 'agreement.underWay'];

function NotNow({ error }: { error: unknown }) {
  const t = useDeskTexts();
  const texts = useTexts();
  const { id, name } = useMunicipality();
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={t('firstAgreement.begin')} site={name} />
      <Paragraph>{problemSentence(error, texts)}</Paragraph>
      <p className="link-line">
        <RouteLink href={`${deskAddress(id)}/forums`}>{t('forums.menu')}</RouteLink>
      </p>
    </div>
  );
}

function Begin({ process, form }: { process: string; form: FormDefinition }) {
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const [, navigate] = useLocation();
  const draft = `${id}/begin/${process}`;
  const { beside, onTyped } = useGiverCover(id, form);
  const keys = useMemo(() => submissionKeys(draft, tabKeeper, tabKeeper), [draft]);
  return (
    <div className="desk-page desk-page--form" data-size="sm">
      <PageHeading title={formText(form, language, 'title')} site={name} />
      <Paragraph>{formText(form, language, 'intro')}</Paragraph>
      <DeskForm
        form={form}
        draft={draft}
        beside={beside}
        onTyped={onTyped}
        onSend={async (answers) => {
          const submissionKey = keys.keyFor(JSON.stringify(answers));
          const { caseId } = await beginAtDesk(id, process, { submissionKey, answers });
          keys.finish();
          navigate(`${deskAddress(id)}/cases/${caseId}`);
        }}
      />
    </div>
  );
}
