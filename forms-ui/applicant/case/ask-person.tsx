import { Paragraph } from '@digdir/designsystemet-react';
import type { CaseView } from '../../../domain/api/shapes';
import { askPerson } from '../../shared/api/endpoints';
import { SideForm } from '../../shared/forms/side-form';
import { formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import type { Linked } from '../../shared/links/linked-page';
import { questionForm } from './question-definition';

/** A question to somebody at the municipality, and the receipt of the last one. */
export function AskPerson({ linked }: { linked: Linked<CaseView> }) {
  const t = useTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { run, reload } = linked;
  const last = linked.data.questionsAskedAt.at(-1);
  return (
    <>
      <Paragraph role="status">
        {last !== undefined && t('case.ask.done', { date: formatInstant(last, language) })}
      </Paragraph>
      <SideForm
        key={linked.data.questionsAskedAt.length}
        form={questionForm}
        onSend={async (typed) => {
          const question = typed.question as string;
          const phone = typeof typed.phone === 'string' ? typed.phone : '';
          await run((caseId) => askPerson(id, caseId, { question, phone }));
          reload();
        }}
      />
    </>
  );
}
