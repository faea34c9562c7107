import { Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../i18n/use-texts';
import { useMunicipality } from './municipality-context';
import { RouteLink } from './route-link';

/** Whom to ask, at the end of every page; where one can apply, also about doing so on paper. */
export function Contact({ paper }: { paper: boolean }) {
  const t = useTexts();
  const { id, contact, office, name } = useMunicipality();
  return (
    <section aria-labelledby="contact-heading" className="contact">
      <Heading level={2} data-size="xs" id="contact-heading">
        {t('layout.contact.heading')}
      </Heading>
      <Paragraph>{paper ? t('layout.contact.paper') : t('layout.contact.text')}</Paragraph>
      <address>
        <span>{contact.name}</span>
        <span>
          {office}, {name}
        </span>
        <Link href={`mailto:${contact.email}`}>{contact.email}</Link>
        {contact.phone !== undefined && (
          <Link href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</Link>
        )}
      </address>
      <p>
        <RouteLink href={`/${id}/personal-data`}>{t('personalData.heading')}</RouteLink>
      </p>
    </section>
  );
}
