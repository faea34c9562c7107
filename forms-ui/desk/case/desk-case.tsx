import { Heading } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { DeskCaseView } from '../../../domain/api/desk';
import { deskAddress } from '../../../domain/pages';
import { AnswerSections } from '../../shared/forms/answer-sections';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { deskRecordPath } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';
import { Attentions } from './attentions';
import { CaseHeader } from './case-header';
import { Conflicts } from './conflicts';
import { Commissions } from '../committees/commissions';
import { Decisions } from '../committees/decisions';
import { PlannedTable } from '../ledger/planned-table';
import { ForumPart } from '../forums/forum-part';
import { FirstAgreementPart } from '../first-agreement/first-agreement-part';
import { Round } from '../committees/round';
import { Diary } from './diary';
import { EventList } from './event-list';
import { Interventions } from './interventions';
import { LetterTable } from './letter-table';
import { OpinionList } from './opinion-list';
import { PaperSignatures } from './paper-signature';
import { RecordedAnswers } from './recorded-answers';
import { Readers } from './readers';
import { RecordTable } from './record-table';
import { RefusedLetters } from './refused-letters';
import { Respondents } from './respondents';
import { Settlements } from './settlements';
import { TaskTable } from './task-table';

/** A case: where it stands, what needs a person, what was asked, sent and filed, and all that happened. */
export function DeskCase({ view, reload }: { view: DeskCaseView; reload: () => void }) {
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
      <RefusedLetters view={view} onDone={reload} />
      <Conflicts conflicts={view.conflicts} />
      <CaseHeader view={view} />
      <div className="desk-case">
        <div className="desk-case__main">
          {view.circulations.map((circulation, i) => (
            <Round
              key={view.circulations.length - i}
              caseId={view.id}
              circulation={circulation}
              nth={view.circulations.length === 1 ? undefined : view.circulations.length - i}
            />
          ))}
          <Decisions view={view} onDone={reload} />
          <Commissions view={view} />
          {view.planned.length > 0 && <PlannedTable planned={view.planned} by="year" />}
          <RecordedAnswers view={view} />
          <Settlements view={view} />
          <ForumPart view={view} />
          <FirstAgreementPart view={view} />
          <Part title={t('case.tasks')}>
            <TaskTable
              caseId={view.id}
              tasks={view.tasks.filter(({ respondent }) => respondent === null)}
            />
          </Part>
          <Respondents
            caseId={view.id}
            tasks={view.tasks.filter(({ respondent }) => respondent !== null)}
          />
          {view.opinions.length > 0 && (
            <Part title={t('opinions.heading')}>
              <OpinionList opinions={view.opinions} />
            </Part>
          )}
          <PaperSignatures view={view} onDone={reload} />
          <Interventions view={view} onDone={reload} />
          <Part title={t('case.documents')}>
            <RecordTable view={view} />
          </Part>
          <Part title={t('case.letters')}>
            <LetterTable caseId={view.id} letters={view.letters} />
          </Part>
          <Readers view={view} onDone={reload} />
          <Part title={t('ui:task.application')}>
            <AnswerSections
              sections={view.application}
              level={3}
              fileHref={(file) => deskRecordPath(id, view.id, { kind: 'files', id: file.id })}
            />
          </Part>
        </div>
        <div className="desk-case__main">
          <Diary view={view} onDone={reload} />
          <Part title={t('case.events')}>
            <EventList view={view} />
          </Part>
        </div>
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
