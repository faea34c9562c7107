import { Spinner } from '@digdir/designsystemet-react';
import { useTexts } from '../i18n/use-texts';

/** Shown, after a moment, while something is fetched. */
export function Loading() {
  const t = useTexts();
  return (
    <div className="loading" role="status">
      <Spinner aria-hidden="true" />
      <span>{t('layout.loading')}</span>
    </div>
  );
}
