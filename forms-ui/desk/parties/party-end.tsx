import type { DeskPartyItem } from '../../../domain/api/desk';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { Detail } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';

/** How and when a party left. */
export function PartyEnd({ ended }: { ended: NonNullable<DeskPartyItem['ended']> }) {
  const t = useDeskTexts();
  const language = useLanguage();
  return (
    <>
      {t(`parties.events.${ended.how}`)}
      <Detail>{formatDate(ended.on, language)}</Detail>
      {ended.mergedInto !== null && (
        <Detail>
          <bdi>{ended.mergedInto}</bdi>
        </Detail>
      )}
    </>
  );
}
