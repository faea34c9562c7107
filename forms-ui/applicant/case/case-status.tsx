import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { CaseState, CaseView } from '../../../domain/api/shapes';
import { filesPath } from '../../shared/api/endpoints';
import { DocumentList } from '../../shared/case-file/document-list';
import { FactList } from '../../shared/case-file/fact-list';
import { FileLink } from '../../shared/fields/file-link';
import { formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { CaseTurn } from './case-turn';
import type { Linked } from '../../shared/links/linked-page';
import { NextActions } from './next-actions';
import { WhatComesNext } from './what-comes-next';
import { stageOf } from './stage';
import { Publication } from './publication';
import { Timeline } from './timeline';

const colors: Record<CaseState, 'info' | 'success' | 'warning' | 'danger'> = {
  received: 'info',
  reviewing: 'info',
  awaitingCompletion: 'warning',
  awaitingSignature: 'warning',
  awaitingDecision: 'info',
  awaitingReplies: 'info',
  completed: 'success',
  rejected: 'danger',
  closed: 'info',
};

/** State, turn, what one can do, documents, what has happened. */
export function CaseStatus({ linked }: { linked: Linked<CaseView> }) {
  const view = linked.data;
  const t = useTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  return (
    <div className="column">
      <PageHeading
        title={t(`case.states.${stageOf(view)}.heading`)}
        caption={t('case.caption', { number: view.number })}
        site={name}
      />
      <Paragraph data-size="lg">{t(`case.states.${stageOf(view)}.text`)}</Paragraph>
      <section className="panel" aria-labelledby="status-heading">
        <Heading level={2} data-size="xs" id="status-heading">
          {t('case.status')}
        </Heading>
        <FactList
          facts={[
            {
              label: t('case.state'),
              value: <Tag data-color={colors[view.state]}>{t(`common:states.${view.state}`)}</Tag>,
            },
            { label: t('case.number'), value: <bdi>{view.number}</bdi> },
            { label: t('case.organisation'), value: <bdi>{view.organisationName}</bdi> },
            { label: t('case.received'), value: formatInstant(view.receivedAt, language) },
          ]}
        />
        <CaseTurn view={view} />
        <WhatComesNext view={view} />
      </section>
      <NextActions linked={linked} />
      <section aria-labelledby="documents-heading">
        <Heading level={2} data-size="sm" id="documents-heading">
          {t('documents.heading')}
        </Heading>
        {view.documents.length === 0 ? (
          <Paragraph>{t('documents.none')}</Paragraph>
        ) : (
          <DocumentList owner={{ kind: 'case', id: view.id }} documents={view.documents} />
        )}
      </section>
      {view.files.length > 0 && (
        <section aria-labelledby="files-heading">
          <Heading level={2} data-size="sm" id="files-heading">
            {t('files.heading')}
          </Heading>
          <ul className="documents">
            {view.files.map((file) => (
              <li key={file.id}>
                <FileLink
                  file={file}
                  href={filesPath(id, { kind: 'case', id: view.id }, file.id)}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Publication linked={linked} />
      <Timeline view={view} />
    </div>
  );
}
