import { Paragraph } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { formText } from '../../../domain/forms/summary';
import type { FormDefinition } from '../../../domain/forms/types';
import { sendsMatters } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { useResource } from '../../shared/api/use-resource';
import { submissionKeys } from '../../shared/forms/submission-key';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { PageHeading } from '../../shared/layout/page-heading';
import { tabKeeper } from '../../shared/storage';
import { DeskFetched } from '../desk-fetched';
import { DeskForm } from '../desk-form';
import { beginCirculation, getCirculationForm } from '../endpoints';
import { useOfficial } from '../official-context';

/** Where an official writes the report on a matter and sends it to committees. */
export function CirculationPage() {
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const resource = useResource(`circulation/${id}`, (signal) => getCirculationForm(id, signal));
  if (!sendsMatters(official)) return <NoSuchPage />;
  return (
    <DeskFetched resource={resource}>
      {({ form }) => <Circulation form={form as FormDefinition} />}
    </DeskFetched>
  );
}

function Circulation({ form }: { form: FormDefinition }) {
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const [, navigate] = useLocation();
  const draft = `${id}/circulation`;
  const keys = useMemo(() => submissionKeys(draft, tabKeeper, tabKeeper), [draft]);
  return (
    <div className="desk-page desk-page--form" data-size="sm">
      <PageHeading title={formText(form, language, 'title')} site={name} />
      <Paragraph>{formText(form, language, 'intro')}</Paragraph>
      <DeskForm
        form={form}
        draft={draft}
        onSend={async (answers) => {
          const submissionKey = keys.keyFor(JSON.stringify(answers));
          const { caseId } = await beginCirculation(id, { submissionKey, answers });
          keys.finish();
          navigate(`${deskAddress(id)}/cases/${caseId}`);
        }}
      />
    </div>
  );
}
