import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { listParties } from '../../shared/api/endpoints';
import { useResource } from '../../shared/api/use-resource';
import { useTexts } from '../../shared/i18n/use-texts';
import { Fetched } from '../../shared/layout/fetched';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteButton, RouteLink } from '../../shared/layout/route-link';

/** How many have acceded, where to read who, and the way to join them. */
export function AccededCount() {
  const t = useTexts();
  const { id, newsletter } = useMunicipality();
  const resource = useResource(`parties/${id}`, (signal) => listParties(id, signal));
  return (
    <section className="band" aria-labelledby="acceded-heading">
      <div className="band__inner">
        <Heading level={2} data-size="sm" id="acceded-heading">
          {t('home.acceded.heading')}
        </Heading>
        <Fetched resource={resource}>
          {(parties) => (
            <Paragraph>
              {parties.length === 0
                ? t('home.acceded.none')
                : t('home.acceded.count', { count: parties.length })}
            </Paragraph>
          )}
        </Fetched>
        <div className="actions">
          <RouteButton href={`/${id}/apply`}>{t('home.start')}</RouteButton>
          <RouteLink href={`/${id}/parties`}>{t('home.acceded.link')}</RouteLink>
          <RouteLink href={`/${id}/follow-up`}>{t('reports.heading')}</RouteLink>
          <RouteLink href={`/${id}/forums`}>{t('forums.heading')}</RouteLink>
          {newsletter && (
            <RouteLink href={`/${id}/newsletter`}>{t('newsletter.heading')}</RouteLink>
          )}
        </div>
      </div>
    </section>
  );
}
