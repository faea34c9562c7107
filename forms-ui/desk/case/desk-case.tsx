import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { DeskCaseView } from '../../../domain/api/desk';
import { deskAddress } from '../../../domain/pages';
import { DocumentList } from '../../shared/case-file/document-list';
import { AnswerSections } from '../../shared/forms/answer-sections';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { useDeskTexts } from '../use-desk-texts';
import { Attentions } from './attentions';
import { CaseHeader } from './case-header';
import { EventList } from './event-list';
import { LetterTable } from './letter-table';
import { TaskTable } from './task-table';

/** A case: where it stands, what needs a person, what was asked, sent and filed, and all that happened. */
export function DeskCase({ view }: { view: DeskCaseView }) {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  return (
    <div className="desk-page" data-size="sm">
      <p className="back">
        <RouteLink href={deskAddress(id)}>{t('case.back')}</RouteLink>
      </p>
      <PageHeading
        title={view.organisationName}
        caption={t('case.caption', { number: view.number })}
        site={name}
      />
      <Attentions view={view} />
      <CaseHeader view={view} />
      <div className="desk-case">
        <div className="desk-case__main">
          <Part title={t('case.tasks')}>
            <TaskTable tasks={view.tasks} />
          </Part>
          <Part title={t('case.documents')}>
            {view.documents.length === 0 ? (
              <Paragraph>{t('case.noDocuments')}</Paragraph>
            ) : (
              <DocumentList owner={{ kind: 'deskCase', id: view.id }} documents={view.documents} />
            )}
          </Part>
          <Part title={t('case.letters')}>
            <LetterTable letters={view.letters} />
          </Part>
          <Part title={t('case.application')}>
            <AnswerSections sections={view.application} level={3} />
          </Part>
        </div>
        <Part title={t('case.events')}>
          <EventList view={view} />
        </Part>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {title}
      </Heading>
      {children}
    </section>
  );
}
