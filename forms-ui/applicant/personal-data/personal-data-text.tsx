import { Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { daysToConfirm, mostRefusals } from '../../../domain/newsletter/subscription';
import { registrationYears } from '../../../domain/forum/registration-years';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';

/** In the order people ask: what, why and by what right, who sees it, how long, what one can do. */
const sections = [
  'what',
  'why',
  'who',
  'howLong',
  'subscriber',
  'visitor',
  'member',
  'rights',
  'contact',
] as const;

/** Those about people who have applied for nothing: what is kept and why, then how long and how it ends. */
const inTwo = ['subscriber', 'visitor', 'member'] as const;

/** How personal data is used (articles 13 and 14 of the GDPR), of subscribers where there is a newsletter, of visitors where there are forums. */
export default function PersonalDataText({ level }: { level: 2 | 3 }) {
  const t = useTexts();
  const { name, contact, keepDraftDays, newsletter, forums } = useMunicipality();
  const values = {
    name,
    contact: contact.name,
    email: contact.email,
    count: keepDraftDays,
    days: daysToConfirm,
    refusals: mostRefusals,
    years: registrationYears,
  };
  return (
    <div className="prose">
      {sections
        .filter((section) => newsletter || section !== 'subscriber')
        .filter((section) => forums || section !== 'visitor')
        .map((section) => (
          <section key={section}>
            <Heading level={level} data-size="xs">
              {t(`personalData.${section}.heading`)}
            </Heading>
            <Paragraph>{t(`personalData.${section}.text`, values)}</Paragraph>
            {inTwo
              .filter((each) => each === section)
              .map((each) => (
                <Paragraph key={each}>{t(`personalData.${each}.end`, values)}</Paragraph>
              ))}
          </section>
        ))}
      <p>
        <Link href={`mailto:${contact.email}`}>{contact.email}</Link>
      </p>
    </div>
  );
}
