import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { TaskView } from '../../domain/api/shapes';
import { DocumentList } from '../shared/case-file/document-list';
import { FactList } from '../shared/case-file/fact-list';
import { AnswerSections } from '../shared/forms/answer-sections';
import { formatInstant } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';
import { PageHeading } from '../shared/layout/page-heading';
import { AfterwardsNotice } from './afterwards-notice';

/** Whether the reader has just answered, was too late, or has come back to what was answered. */
export type AnsweredHow = 'now' | 'overtaken' | 'earlier';

/** The receipt of an answer: what, when, fingerprint. */
export function AnsweredTask({ task, how }: { task: TaskView; how: AnsweredHow }) {
  const t = useTexts();
  const language = useLanguage();
  const { name } = useMunicipality();
  const words = useWords(task);
  return (
    <div className="column">
      <PageHeading
        key={how}
        title={words(how)}
        caption={t('case.caption', { number: task.number })}
        site={name}
      />
      {how === 'overtaken' && (
        <Alert data-color="warning" role="alert" className="notice">
          <Paragraph>{t('task.overtaken')}</Paragraph>
        </Alert>
      )}
      {task.afterwards && <AfterwardsNotice />}
      {how === 'now' && <Paragraph data-size="lg">{words('next')}</Paragraph>}
      {task.answer && (
        <>
          <div className="panel">
            <FactList
              facts={[
                {
                  label: t('case.organisation'),
                  value: <bdi>{task.organisationName}</bdi>,
                },
                { label: t('task.answer.at'), value: formatInstant(task.answer.at, language) },
              ]}
            />
          </div>
          <AnswerSections sections={task.answer.sections} />
        </>
      )}
      {task.documents.length > 0 && (
        <section aria-labelledby="documents-heading">
          <Heading level={2} data-size="sm" id="documents-heading">
            {t('documents.heading')}
          </Heading>
          <DocumentList owner={{ kind: 'task', id: task.id }} documents={task.documents} />
        </section>
      )}
      <Paragraph className="quiet">{t('task.answer.keepLink')}</Paragraph>
      {task.answer && (
        <div className="panel">
          <FactList
            facts={[
              {
                label: t('task.answer.fingerprint'),
                value: <code className="fingerprint">{task.answer.fingerprint}</code>,
              },
            ]}
          />
          <Paragraph className="quiet">{t('task.answer.fingerprintHelp')}</Paragraph>
        </div>
      )}
    </div>
  );
}

/** What is said of an answer: some answers to a question need words of their own, such as a no. */
function useWords({ kind, answer }: TaskView): (which: AnsweredHow | 'next') => string {
  const t = useTexts();
  const { i18n } = useTranslation('ui');
  return (which) => {
    const own = `task.${kind}.answered.by.${answer?.outcome ?? ''}.${which}`;
    if (i18n.exists(own, { ns: 'ui' })) return (t as (key: string) => string)(own);
    return t(`task.${kind}.answered.${which}`);
  };
}
