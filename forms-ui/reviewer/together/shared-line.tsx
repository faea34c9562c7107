import { timeInWords } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import type { SharedAnswers } from './use-shared-draft';

/** Whether what has been typed is saved where the others see it. */
export function SharedLine({ shared: { state, savedAt } }: { shared: SharedAnswers }) {
  const t = useTexts();
  const language = useLanguage();
  if (state === 'failed') {
    return (
      <p className="saved-line" role="status">
        {t('task.together.failed')}
      </p>
    );
  }
  const words =
    state === 'saving'
      ? t('task.together.saving')
      : savedAt === undefined
        ? t('task.together.where')
        : t('task.together.saved', { time: timeInWords(savedAt, language) });
  return <p className="saved-line">{words}</p>;
}
