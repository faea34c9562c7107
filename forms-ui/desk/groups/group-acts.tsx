import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { GroupActView } from '../../../domain/api/groups';
import { formatDate, formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { Detail } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';

/** What was done to a group: by whom, when and why, latest first. */
export function GroupActs({ acts }: { acts: readonly GroupActView[] }) {
  const t = useDeskTexts();
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('groups.acts')}
      </Heading>
      {acts.length === 0 ? (
        <Paragraph>{t('groups.noActs')}</Paragraph>
      ) : (
        <ul className="desk-acts">
          {acts.map((act) => (
            <Act key={`${act.at} ${act.kind} ${act.member}`} act={act} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Act({ act: { kind, member, day, reason, name, at } }: { act: GroupActView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const did = kind === 'extendTerm' && day === null ? 'extendTermOpen' : kind;
  return (
    <li>
      {t(`groups.did.${did}`, { member, day: day === null ? '' : formatDate(day, language) })}
      <span className="desk-acts__reason" dir="auto">
        {reason}
      </span>
      <Detail>
        {t('groups.by', { name: name ?? t('groups.someone'), at: formatInstant(at, language) })}
      </Detail>
    </li>
  );
}
