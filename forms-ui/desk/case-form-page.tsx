import { Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { CorrectionView } from '../../domain/api/desk';
import { formText } from '../../domain/forms/summary';
import type { FormDefinition } from '../../domain/forms/types';
import { deskAddress } from '../../domain/pages';
import type { Beside } from '../shared/forms/use-answers-form';
import type { TypedAnswers } from '../shared/forms/typed-answers';
import { useLanguage } from '../shared/i18n/use-language';
import { useMunicipality } from '../shared/layout/municipality-context';
import { PageHeading } from '../shared/layout/page-heading';
import { RouteLink } from '../shared/layout/route-link';
import { DeskForm } from './desk-form';
import { useDeskTexts } from './use-desk-texts';

interface PageProps {
  caseId: string;
  /** The number of the case and what it is about. */
  about: Pick<CorrectionView, 'number' | 'title'>;
  title: string;
  children: ReactNode;
}

/** A page of the desk about one case: the way back to it, and what it is about. */
export function AboutCasePage({ caseId, about, title, children }: PageProps) {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  return (
    <div className="desk-page desk-page--form" data-size="sm">
      <p className="back">
        <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>{t('record.back')}</RouteLink>
      </p>
      <PageHeading
        title={title}
        caption={`${t('record.caption', { number: about.number })}, ${about.title}`}
        site={name}
      />
      {children}
    </div>
  );
}

interface FormProps {
  caseId: string;
  view: CorrectionView;
  /** Where the tab keeps what is typed. */
  draft: string;
  /** The form's own where they are left out. */
  title?: string;
  lead?: string;
  /** What is known beside it. */
  beside?: Beside;
  /** Sends what was filled in, and says which case to go to then. */
  onSend: (answers: TypedAnswers) => Promise<{ caseId: string }>;
}

/** A form that an official fills in about a case. */
export function CaseFormPage({ caseId, view, draft, title, lead, beside, onSend }: FormProps) {
  const language = useLanguage();
  const { id } = useMunicipality();
  const [, navigate] = useLocation();
  const form = view.form as FormDefinition;
  return (
    <AboutCasePage caseId={caseId} about={view} title={title ?? formText(form, language, 'title')}>
      <Paragraph>{lead ?? formText(form, language, 'intro')}</Paragraph>
      <DeskForm
        form={form}
        answers={view.answers}
        draft={draft}
        beside={beside}
        onSend={async (answers) => {
          const then = await onSend(answers);
          navigate(`${deskAddress(id)}/cases/${then.caseId}`);
        }}
      />
    </AboutCasePage>
  );
}
