import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { TaskView } from '../../domain/api/shapes';
import { fieldElementId } from '../shared/forms/field-ids';
import { useTexts } from '../shared/i18n/use-texts';
import { JumpLink } from '../shared/layout/jump-link';

/** What the case officer wants to know, each with the way to its field. */
export function QuestionsAsked({ completion }: { completion: TaskView['completion'] }) {
  const t = useTexts();
  if (!completion || completion.questions.length === 0) return null;
  return (
    <section aria-labelledby="questions-heading">
      <Heading level={2} data-size="sm" id="questions-heading">
        {t('task.questions.heading')}
      </Heading>
      <Paragraph>{t('task.questions.lead')}</Paragraph>
      <ol className="questions">
        {completion.questions.map(({ fieldId, label, question }, i) => (
          <li key={i}>
            <Alert data-color="info" className="notice">
              <Heading level={3} data-size="2xs">
                {label ?? t('task.questions.whole')}
              </Heading>
              <Paragraph className="answers__text">{question}</Paragraph>
              {fieldId !== null && (
                <JumpLink to={fieldElementId(fieldId)}>{t('task.questions.go')}</JumpLink>
              )}
            </Alert>
          </li>
        ))}
      </ol>
    </section>
  );
}
