import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { WheelActView } from '../../../domain/api/follow-up';
import { formatDate, formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { Detail } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';

/** What was done to the wheel's years: by whom, when and why, latest first. */
export function ActList({ acts }: { acts: readonly WheelActView[] }) {
  const t = useDeskTexts();
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('year.acts')}
      </Heading>
      {acts.length === 0 ? (
        <Paragraph>{t('year.noActs')}</Paragraph>
      ) : (
        <ul className="desk-acts">
          {acts.map((act) => (
            <Act key={`${act.at} ${act.year} ${act.kind}`} act={act} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Act({ act }: { act: WheelActView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { kind, year, from, to, reason, name, at } = act;
  return (
    <li>
      {t(`year.did.${kind}`, {
        year,
        from: formatDate(from, language),
        to: formatDate(to, language),
      })}
      <span className="desk-acts__reason" dir="auto">
        {reason}
      </span>
      <Detail>
        {t('year.by', { name: name ?? t('year.nobody'), at: formatInstant(at, language) })}
      </Detail>
    </li>
  );
}
