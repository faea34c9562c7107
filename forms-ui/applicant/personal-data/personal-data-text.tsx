import { Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';

/** In the order people ask: what, why and by what right, who sees it, how long, what one can do. */
const sections = ['what', 'why', 'who', 'howLong', 'rights', 'contact'] as const;

/** How personal data is used (articles 13 and 14 of the GDPR). */
export default function PersonalDataText({ level }: { level: 2 | 3 }) {
  const t = useTexts();
  const { name, contact, keepDraftDays } = useMunicipality();
  const values = {
    name,
    contact: contact.name,
    email: contact.email,
    count: keepDraftDays,
  };
  return (
    <div className="prose">
      {sections.map((section) => (
        <section key={section}>
          <Heading level={level} data-size="xs">
            {t(`personalData.${section}.heading`)}
          </Heading>
          <Paragraph>{t(`personalData.${section}.text`, values)}</Paragraph>
        </section>
      ))}
      <p>
        <Link href={`mailto:${contact.email}`}>{contact.email}</Link>
      </p>
    </div>
  );
}
