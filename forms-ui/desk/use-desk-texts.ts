import { useTranslation } from 'react-i18next';

/** Texts of the desk; those of every page are under `ui:`, those shared with mails under `common:`. */
export function useDeskTexts() {
  return useTranslation(['desk', 'ui', 'common']).t;
}

export type DeskTexts = ReturnType<typeof useDeskTexts>;
