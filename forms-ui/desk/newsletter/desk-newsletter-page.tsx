import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { DeskNewsletterAnswer } from '../../../domain/api/newsletter';
import { sendsMatters, worksWithCases } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { call } from '../../shared/api/client';
import { api } from '../../shared/api/endpoints';
import { useResource } from '../../shared/api/use-resource';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteButton, RouteLink } from '../../shared/layout/route-link';
import { DeskFetched } from '../desk-fetched';
import { DeskTable } from '../desk-table';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { RemoveAddress } from './remove-address';

/** How many subscribe, the newsletters that were sent, and a way out for who asks the municipality for it. */
export function DeskNewsletterPage() {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const resource = useResource(`desk-newsletter/${id}/${language}`, (signal) =>
    call<DeskNewsletterAnswer>('GET', api(id, 'desk', 'newsletter'), { signal }),
  );
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={t('newsletter.heading')} site={name} />
      {sendsMatters(official) && (
        <div className="actions">
          <RouteButton href={`${deskAddress(id)}/begin/newsletter`}>
            {t('newsletter.write')}
          </RouteButton>
        </div>
      )}
      <DeskFetched resource={resource}>
        {({ subscribers, newsletters }) => (
          <>
            <Subscribers subscribers={subscribers} />
            <Sent newsletters={newsletters} />
          </>
        )}
      </DeskFetched>
      {worksWithCases(official) && <RemoveAddress onRemoved={resource.reload} />}
    </div>
  );
}

function Subscribers({ subscribers }: Pick<DeskNewsletterAnswer, 'subscribers'>) {
  const t = useDeskTexts();
  const title = t('newsletter.subscribers');
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {title}
      </Heading>
      <DeskTable
        caption={title}
        columns={[t('newsletter.language'), t('newsletter.count'), t('newsletter.unreached')]}
      >
        {subscribers.map(({ language, count, unreached }) => (
          <tr key={language}>
            <th scope="row">{t(`newsletter.languages.${language}`)}</th>
            <td className="desk-figure">{count}</td>
            <td className="desk-figure">{unreached}</td>
          </tr>
        ))}
      </DeskTable>
      <Paragraph>{t('newsletter.unreachedText')}</Paragraph>
    </section>
  );
}

function Sent({ newsletters }: Pick<DeskNewsletterAnswer, 'newsletters'>) {
  const t = useDeskTexts();
  const shown = useLanguage();
  const { id } = useMunicipality();
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('newsletter.sent')}
      </Heading>
      {newsletters.length === 0 ? (
        <Paragraph>{t('newsletter.noneSent')}</Paragraph>
      ) : (
        <DeskTable
          caption={t('newsletter.sent')}
          columns={[t('newsletter.subject'), t('newsletter.day')]}
        >
          {newsletters.map(({ caseId, subject, language, publishedOn }) => (
            <tr key={caseId}>
              <th scope="row" lang={language}>
                <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>{subject}</RouteLink>
              </th>
              <td>{formatDate(publishedOn, shown)}</td>
            </tr>
          ))}
        </DeskTable>
      )}
      <p className="link-line">
        <RouteLink href={`/${id}/newsletter`}>{t('newsletter.page')}</RouteLink>
      </p>
    </section>
  );
}
