import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { AgreementView, TaskView } from '../../domain/api/shapes';
import { AgreementText } from '../shared/agreement/agreement-text';
import { FactList } from '../shared/case-file/fact-list';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { JumpLink } from '../shared/layout/jump-link';
import type { Linked } from '../shared/links/linked-page';
import { SwedishText } from './swedish-text';

interface Props {
  task: TaskView;
  agreement: AgreementView;
  run: Linked<TaskView>['run'];
}

/**
 * The exact version that is signed. What is signed is the Swedish text; in another language it is
 * a translation, and the Swedish text is beside it.
 */
export function AgreementToSign({ task, agreement, run }: Props) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <section aria-labelledby="agreement-heading">
      <Heading level={2} data-size="sm" id="agreement-heading">
        {t('task.agreement.heading')}
      </Heading>
      <Paragraph>{t('task.agreement.lead')}</Paragraph>
      <p className="link-line">
        <JumpLink to="answer">{t('task.agreement.toSignature')}</JumpLink>
      </p>
      {language !== 'sv' && (
        <>
          <Alert data-color="info" className="notice">
            <Paragraph>{t('task.agreement.translation')}</Paragraph>
          </Alert>
          <SwedishText task={task} run={run} />
        </>
      )}
      <div className="paper">
        <AgreementText agreement={agreement} />
      </div>
      <div className="panel">
        <FactList
          facts={[
            ...(task.shownDocumentSha256 === null
              ? []
              : [{ label: t('task.agreement.pdf'), value: fingerprint(task.shownDocumentSha256) }]),
            { label: t('task.agreement.text'), value: fingerprint(agreement.fingerprint) },
          ]}
        />
        <Paragraph className="quiet">{t('task.agreement.fingerprints')}</Paragraph>
      </div>
    </section>
  );
}

function fingerprint(sha256: string): ReactNode {
  return <code className="fingerprint">{sha256}</code>;
}
