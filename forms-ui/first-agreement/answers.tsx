import { Details, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import type { CompilationView, FirstAgreementView } from '../../domain/api/first-agreement';
import { firstAgreementSurvey } from '../../domain/forms/definitions/first-agreement-survey';
import { formText } from '../../domain/forms/summary';
import { ForumPart as Part } from '../forums/forum-notes';
import { api } from '../shared/api/endpoints';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';

type Said = CompilationView['questions'][number]['invited'];

/** What was answered to the survey, question by question; those who were invited apart from others. */
export function Answers({
  view: { caseId, hasCompilationDocument },
  compilation: { questions, ...counts },
}: {
  view: FirstAgreementView;
  compilation: CompilationView;
}) {
  const t = useTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <Part title={t('firstAgreement.survey')}>
      <Paragraph>{t('firstAgreement.counts', counts)}</Paragraph>
      {questions.map((question) => (
        <Details key={question.id}>
          <Details.Summary>
            {formText(firstAgreementSurvey, language, `field.${question.id}`)} (
            {question.invited.length + question.others.length})
          </Details.Summary>
          <Details.Content>
            <SaidBy title={t('firstAgreement.ofInvited')} said={question.invited} />
            <SaidBy title={t('firstAgreement.ofOthers')} said={question.others} />
          </Details.Content>
        </Details>
      ))}
      {hasCompilationDocument && (
        <p className="link-line">
          <Link href={api(id, 'first-agreement', caseId, 'survey.pdf')}>
            {t('firstAgreement.pdf')}
          </Link>
        </p>
      )}
    </Part>
  );
}

function SaidBy({ title, said }: { title: string; said: Said }) {
  const t = useTexts();
  return (
    <>
      <Heading level={3} data-size="xs">
        {title}
      </Heading>
      {said.length === 0 && <Paragraph>{t('firstAgreement.nobody')}</Paragraph>}
      <ul>
        {said.map(({ who, late, text }, i) => (
          <li key={i}>
            <strong dir="auto">{who ?? t('firstAgreement.unnamed')}</strong>
            {late && ` (${t('firstAgreement.late')})`}
            <Paragraph className="as-written" dir="auto">
              {text}
            </Paragraph>
          </li>
        ))}
      </ul>
    </>
  );
}
