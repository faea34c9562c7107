import { SavedLine } from '../../shared/forms/saved-line';
import { formatDate, timeInWords } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import type { ApplicationDraft } from './use-application-draft';

/** Whether, where and for how long what has been typed is kept. */
export function DraftLine({ draft: { inTab, onServer, over } }: { draft: ApplicationDraft }) {
  const t = useTexts();
  const language = useLanguage();
  if (over) {
    return (
      <p className="saved-line" role="status">
        {t('apply.kept.over')}
      </p>
    );
  }
  if (!onServer) return <SavedLine saved={inTab} />;
  const { kept, state, savedAt } = onServer;
  if (state === 'failed' || state === 'changed') {
    return (
      <p className="saved-line" role="status">
        {t(`apply.kept.${state}`)}
      </p>
    );
  }
  const until = formatDate(kept.keptUntil, language);
  return (
    <p className="saved-line">
      {state === 'saving'
        ? t('apply.kept.saving')
        : savedAt === undefined
          ? t('apply.kept.until', { date: until })
          : t('apply.kept.saved', { time: timeInWords(savedAt, language), date: until })}
    </p>
  );
}
