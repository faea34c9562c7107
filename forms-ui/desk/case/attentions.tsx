import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { DeskCaseView } from '../../../domain/api/desk';
import { formatDate, formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useDeskTexts } from '../use-desk-texts';
import { attentionSentence } from '../words';

/** What no new attempt can cure and a person has to look at; nothing when all is well. */
export function Attentions({ view }: { view: DeskCaseView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { attentions, brokenAt, mendBy } = view;
  if (attentions.length === 0 && brokenAt === null) return null;
  return (
    <Alert data-color="danger" className="notice">
      <Heading level={2} data-size="xs">
        {t('attention.heading')}
      </Heading>
      {brokenAt !== null && <Paragraph>{t('attention.broken', { sequence: brokenAt })}</Paragraph>}
      {attentions.length > 0 && (
        <ul className="desk-attentions">
          {attentions.map(({ code, raisedAt }, i) => (
            <li key={`${code} ${i}`}>
              {attentionSentence(code, t)}
              <time className="desk-table__detail" dateTime={raisedAt}>
                {formatInstant(raisedAt, language)}
              </time>
            </li>
          ))}
        </ul>
      )}
      {mendBy !== null && (
        <Paragraph>{t('attention.mendBy', { day: formatDate(mendBy, language) })}</Paragraph>
      )}
    </Alert>
  );
}
