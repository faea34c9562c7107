import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { AgreementView, TaskView } from '../../domain/api/shapes';
import { AgreementText } from '../shared/agreement/agreement-text';
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
      <Paragraph>{t('task.agreement.text')}</Paragraph>
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
        <p className="quiet fingerprint">
          {t('task.agreement.fingerprint')} <code>{agreement.fingerprint}</code>
        </p>
      </div>
    </section>
  );
}
