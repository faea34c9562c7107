import { Button, Heading, List, Paragraph } from '@digdir/designsystemet-react';
import { useLocation } from 'wouter';
import { parseAnswers } from '../../../domain/forms/schema';
import { formText, summarize } from '../../../domain/forms/summary';
import type { Answers } from '../../../domain/forms/types';
import { hasCode } from '../../shared/api/problem-sentence';
import { useUploads } from '../../shared/fields/uploads-context';
import { AnswerSections } from '../../shared/forms/answer-sections';
import { FaultSummary } from '../../shared/forms/fault-summary';
import { SendFault } from '../../shared/forms/send-fault';
import { answered } from '../../shared/forms/typed-answers';
import type { AnswersForm } from '../../shared/forms/use-answers-form';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { usePaperOffer } from '../../shared/layout/paper-offer';
import { RouteLink } from '../../shared/layout/route-link';
import { PersonalDataDetails } from '../personal-data/personal-data-details';
import { pageOf, type applyPaths, type Step } from './steps';
import { ChangedElsewhere } from './changed-elsewhere';
import { DraftLine } from './draft-line';
import type { ApplicationDraft } from './use-application-draft';
import type { ApplicationSending } from './use-application-sending';

interface Props {
  answers: AnswersForm;
  steps: readonly Step[];
  paths: ReturnType<typeof applyPaths>;
  sending: ApplicationSending;
  draft: ApplicationDraft;
  refetch: () => void;
}

/** All answers once more, what sending means, and Send. */
export function CheckAnswers({ answers, steps, paths, sending, draft, refetch }: Props) {
  usePaperOffer();
  const t = useTexts();
  const language = useLanguage();
  const { name } = useMunicipality();
  const [, navigate] = useLocation();
  const { form, faults } = answers;
  const uploads = useUploads();
  const last = steps.at(-1);
  const toField = (field: string) => {
    const page = pageOf(form, field);
    if (page !== undefined) navigate(paths.step(page), { state: { fromCheck: true, field } });
  };
  return (
    <form
      className="column"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void answers.submit();
      }}
    >
      <p className="back">
        <RouteLink href={last ? paths.step(last.pageId) : paths.home}>{t('form.back')}</RouteLink>
      </p>
      <ChangedElsewhere draft={draft} />
      <FaultSummary answers={answers} onSelect={toField} />
      <SendFault error={sending.error}>
        {hasCode(sending.error, 'form.outdated') && (
          <Button variant="secondary" onClick={refetch}>
            {t('apply.refetch')}
          </Button>
        )}
      </SendFault>
      <PageHeading
        title={t('apply.check')}
        caption={t('form.step', {
          form: formText(form, language, 'title'),
          position: steps.length + 1,
          total: steps.length + 1,
        })}
        site={name}
        faulty={Object.keys(faults).length > 0}
      />
      <AnswerSections
        sections={summarize(form, answersSoFar(answers), language)}
        fileHref={uploads.href}
        action={({ pageId, title }) => (
          <RouteLink href={paths.step(pageId)} state={{ fromCheck: true }}>
            {t('apply.change')} <span className="ds-sr-only">{title}</span>
          </RouteLink>
        )}
      />
      <WhatSendingMeans />
      <PersonalDataDetails />
      <div className="actions">
        <Button type="submit" aria-busy={sending.busy}>
          {sending.busy ? t('form.sending') : formText(form, language, 'send')}
        </Button>
        <DraftLine draft={draft} />
      </div>
      <p className="link-line">
        <RouteLink href={paths.later} state={{ from: paths.check }}>
          {t('apply.later.link')}
        </RouteLink>
      </p>
    </form>
  );
}

function WhatSendingMeans() {
  const t = useTexts();
  return (
    <section className="panel">
      <Heading level={2} data-size="xs">
        {t('apply.meaning.heading')}
      </Heading>
      <List.Unordered>
        <List.Item>{t('apply.meaning.receipt')}</List.Item>
        <List.Item>{t('apply.meaning.decision')}</List.Item>
        <List.Item>{t('apply.meaning.outcome')}</List.Item>
      </List.Unordered>
      <Paragraph>{t('apply.meaning.record')}</Paragraph>
    </section>
  );
}

/** The answers as they would be sent, or as far as they have come. */
function answersSoFar({ form, formik }: AnswersForm): Answers {
  const parsed = parseAnswers(form, formik.values);
  return parsed.ok ? parsed.answers : answered(formik.values);
}
