import { timeInWords } from '../i18n/format';
import { useLanguage } from '../i18n/use-language';
import { useTexts } from '../i18n/use-texts';
import type { Saved } from './use-draft';

/** Whether and where what has been typed is kept. */
export function SavedLine({ saved }: { saved: Saved }) {
  const t = useTexts();
  const language = useLanguage();
  if (saved.refused) return <p className="saved-line">{t('form.notSaved')}</p>;
  return (
    <p className="saved-line">
      {saved.at === undefined
        ? t('form.whereSaved')
        : t('form.saved', { time: timeInWords(saved.at, language) })}
    </p>
  );
}
