import { Paragraph, Tag } from '@digdir/designsystemet-react';
import type { CaseView } from '../../../domain/api/shapes';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';

/** Whom the case waits for and until when. */
export function CaseTurn({ view }: { view: CaseView }) {
  const t = useTexts();
  const language = useLanguage();
  if (!view.waitsFor) {
    return view.state === 'received' ? <Paragraph>{t('case.turn.soon')}</Paragraph> : null;
  }
  const { who, since, deadline, overdue } = view.waitsFor;
  const date = formatDate(deadline, language);
  return (
    <Paragraph>
      {overdue && (
        <>
          <Tag data-color="danger">{t('case.turn.overdueFlag')}</Tag>{' '}
        </>
      )}
      {t(overdue ? `case.turn.overdue.${who}` : `case.turn.waits.${who}`, { date })}{' '}
      {t('case.since', { date: formatDate(since, language) })}
    </Paragraph>
  );
}
