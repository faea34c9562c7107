import { useEffect } from 'react';
import { useTexts } from '../i18n/use-texts';

/** Names the browser's tab; a page with faults says so first. */
export function usePageTitle(title: string, site: string, faulty = false): void {
  const t = useTexts();
  const named = t('layout.title', { title, site });
  const whole = faulty ? t('layout.titleWithFaults', { title: named }) : named;
  useEffect(() => {
    document.title = whole;
  }, [whole]);
}
