import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { GroupView } from '../../../domain/api/groups';
import { endingTerms, noticeDays } from '../../../domain/groups/notices';
import { askedIn, sittingOn } from '../../../domain/groups/seats';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useDeskTexts } from '../use-desk-texts';

/** What whoever keeps the group should know: too few, vacant seats, terms that are about to end. */
export function GroupStanding({ group: { members, today, quorum } }: { group: GroupView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const sitting = sittingOn(members, today);
  const count = askedIn(sitting).length;
  const vacancies = sitting.seats.filter(({ holder }) => holder === null).length;
  const ending = endingTerms(members, today);
  return (
    <>
      {(count < quorum || vacancies > 0) && (
        <Alert data-color="warning" className="notice">
          {count === 0 ? (
            <Paragraph>{t('groups.nobody')}</Paragraph>
          ) : (
            count < quorum && <Paragraph>{t('groups.tooFew', { count, quorum })}</Paragraph>
          )}
          {vacancies > 0 && <Paragraph>{t('groups.vacancies', { count: vacancies })}</Paragraph>}
        </Alert>
      )}
      {ending.length > 0 && (
        <section className="desk-part">
          <Heading level={2} data-size="sm">
            {t('groups.ending', { days: noticeDays })}
          </Heading>
          <ul>
            {ending.map(({ id, name, to }) => (
              <li key={id}>
                {t('groups.endingOne', { name, date: formatDate(to ?? today, language) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
