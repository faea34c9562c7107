import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { DeskCaseView, RecordedAnswerView } from '../../../domain/api/desk';
import { mayAnswer } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { AnswerSections } from '../../shared/forms/answer-sections';
import { formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';

/** What officials have answered in the case, as it stands and as it was before it was corrected. */
export function RecordedAnswers({ view: { id, recordedAnswers } }: { view: DeskCaseView }) {
  return recordedAnswers.map((answer) => (
    <Recorded key={answer.taskId} caseId={id} answer={answer} />
  ));
}

function Recorded({ caseId, answer }: { caseId: string; answer: RecordedAnswerView }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const { taskId, kind, versions, correctable } = answer;
  const standing = versions.at(-1);
  if (!standing) return null;
  const before = versions.slice(0, -1);
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t(`recordedAnswers.kinds.${kind}`)}
      </Heading>
      <Version version={standing} />
      {correctable && mayAnswer(official, kind) && (
        <Paragraph>
          <RouteLink href={`${deskAddress(id)}/cases/${caseId}/tasks/${taskId}/correction`}>
            {t(`recordedAnswers.correct.${kind}`)}
          </RouteLink>
        </Paragraph>
      )}
      {before.length > 0 && (
        <Details>
          <Details.Summary>{t('recordedAnswers.before')}</Details.Summary>
          <Details.Content>
            {before.map((version) => (
              <Version key={version.at} version={version} />
            ))}
          </Details.Content>
        </Details>
      )}
    </section>
  );
}

function Version({ version }: { version: RecordedAnswerView['versions'][number] }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { at, by, sections, reason } = version;
  return (
    <>
      <Paragraph className="quiet">
        {formatInstant(at, language)}
        {by !== null && (
          <>
            , <bdi>{by}</bdi>
          </>
        )}
      </Paragraph>
      {reason !== null && (
        <Paragraph dir="auto" className="typed">
          {t('recordedAnswers.because', { reason })}
        </Paragraph>
      )}
      <AnswerSections sections={sections} level={3} />
    </>
  );
}
