import { Paragraph } from '@digdir/designsystemet-react';
import { paperForm, withoutFiles } from '../../../domain/forms/paper';
import { accessionAddress } from '../../../domain/pages';
import { keepsDiary } from '../../../domain/officials';
import { getProcess } from '../../shared/api/endpoints';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoSuchPage } from '../../shared/layout/no-such-page';
import { PageHeading } from '../../shared/layout/page-heading';
import { DeskFetched } from '../desk-fetched';
import { enterPaper } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { PaperForm } from './paper-form';

/** Where the registrar enters an application that came otherwise than by the site. */
export function PaperPage() {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const resource = useResource(`form/${id}`, (signal) => getProcess(id, accessionAddress, signal));
  if (!keepsDiary(official)) return <NoSuchPage />;
  return (
    <div className="desk-page desk-page--form" data-size="sm">
      <PageHeading title={t('paper.heading')} site={name} />
      <Paragraph>{t('paper.lead')}</Paragraph>
      <Paragraph>{t('paper.scan')}</Paragraph>
      <DeskFetched resource={resource}>
        {({ form }) => (
          <PaperForm
            key={`${form.id}@${form.version}`}
            form={withoutFiles(paperForm(form))}
            draft={`${id}/paper/${form.id}`}
            words="paper"
            onEnter={async ({ answers, submissionKey, arrivedOn }) => {
              const which = { formId: form.id, formVersion: form.version };
              const receipt = await enterPaper(id, { submissionKey, ...which, answers, arrivedOn });
              return receipt.caseId;
            }}
          />
        )}
      </DeskFetched>
    </div>
  );
}
