import { Paragraph } from '@digdir/designsystemet-react';
import type { DeskCaseView } from '../../../domain/api/desk';
import { formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { Detail } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';

/** What the group has said, each with the comment. */
export function OpinionList({ opinions }: Pick<DeskCaseView, 'opinions'>) {
  const t = useDeskTexts();
  const language = useLanguage();
  return (
    <ul className="opinions">
      {opinions.map(({ name, outcome, comment, at, late }) => (
        <li key={`${name} ${at}`}>
          <bdi>{name}</bdi>: {t(`opinions.${outcome}`)}
          <Detail>{formatInstant(at, language)}</Detail>
          {late && <Detail>{t('ui:task.opinions.late')}</Detail>}
          {comment !== null && (
            <Paragraph className="typed" dir="auto">
              {comment}
            </Paragraph>
          )}
        </li>
      ))}
    </ul>
  );
}
