import { Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../i18n/use-texts';
import { PageHeading } from './page-heading';
import { RouteLink } from './route-link';

/** An address that leads nowhere. */
export function NotFound({ site, home }: { site: string; home: string }) {
  const t = useTexts();
  return (
    <div className="column">
      <PageHeading title={t('notFound.heading')} site={site} />
      <Paragraph>{t('notFound.text')}</Paragraph>
      <p className="link-line">
        <RouteLink href={home}>{t('notFound.home')}</RouteLink>
      </p>
    </div>
  );
}
