import { Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useParams } from 'wouter';
import type { NewslettersAnswer, NewsletterView } from '../../domain/api/newsletter';
import { call } from '../shared/api/client';
import { api } from '../shared/api/endpoints';
import { useResource } from '../shared/api/use-resource';
import { formatDate } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { Fetched } from '../shared/layout/fetched';
import { useMunicipality } from '../shared/layout/municipality-context';
import { PageHeading } from '../shared/layout/page-heading';
import { RouteLink } from '../shared/layout/route-link';
import { NewsletterParagraphs } from './newsletter-paragraphs';
import { Subscribe } from './subscribe';

/** A newsletter, or how to get it and the list of those that were sent. */
export default function NewsletterPage() {
  const { case: caseId } = useParams<{ case?: string }>();
  return caseId === undefined ? <Newsletters /> : <OneNewsletter key={caseId} caseId={caseId} />;
}

function Newsletters() {
  const t = useTexts();
  const language = useLanguage();
  const { id, name, agreementName } = useMunicipality();
  const resource = useResource(`newsletters/${id}/${language}`, (signal) =>
    call<NewslettersAnswer>('GET', api(id, 'newsletter'), { signal }),
  );
  return (
    <div className="column">
      <p className="back">
        <RouteLink href={`/${id}`}>{t('layout.toHome')}</RouteLink>
      </p>
      <PageHeading title={t('newsletter.heading')} site={name} />
      <Paragraph data-size="lg">{t('newsletter.lead', { agreementName })}</Paragraph>
      <Fetched resource={resource}>
        {({ offered, newsletters }) => (
          <>
            {offered ? <Subscribe /> : <Paragraph>{t('newsletter.nobody')}</Paragraph>}
            <Heading level={2} data-size="sm">
              {t('newsletter.sent')}
            </Heading>
            {newsletters.length === 0 ? (
              <Paragraph>{t('newsletter.none')}</Paragraph>
            ) : (
              <Sent newsletters={newsletters} />
            )}
          </>
        )}
      </Fetched>
    </div>
  );
}

function Sent({ newsletters }: Pick<NewslettersAnswer, 'newsletters'>) {
  const t = useTexts();
  const shown = useLanguage();
  const { id } = useMunicipality();
  return (
    <ul className="register">
      {newsletters.map(({ caseId, subject, language, publishedOn }) => (
        <li key={caseId} className="register__party">
          <span className="register__name" lang={language}>
            <RouteLink href={`/${id}/newsletter/${caseId}`}>{subject}</RouteLink>
          </span>
          <span className="register__date">
            {t('newsletter.published', { date: formatDate(publishedOn, shown) })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function OneNewsletter({ caseId }: { caseId: string }) {
  const t = useTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const resource = useResource(`newsletter/${id}/${caseId}/${language}`, (signal) =>
    call<NewsletterView>('GET', api(id, 'newsletter', caseId), { signal }),
  );
  return (
    <div className="column">
      <p className="back">
        <RouteLink href={`/${id}/newsletter`}>{t('newsletter.all')}</RouteLink>
      </p>
      <Fetched resource={resource} whole>
        {(newsletter) => (
          <>
            <PageHeading title={newsletter.subject} site={name} />
            <Contents newsletter={newsletter} />
          </>
        )}
      </Fetched>
    </div>
  );
}

function Contents({ newsletter }: { newsletter: NewsletterView }) {
  const t = useTexts();
  const shown = useLanguage();
  const { id } = useMunicipality();
  const { caseId, language, lead, sections, publishedOn, report, hasDocument } = newsletter;
  const pdf = `${api(id, 'newsletter', caseId, 'newsletter.pdf')}?language=${language}`;
  return (
    <>
      <Paragraph>{t('newsletter.published', { date: formatDate(publishedOn, shown) })}</Paragraph>
      {language !== shown && <Paragraph>{t('newsletter.onlySwedish')}</Paragraph>}
      <section lang={language}>
        <NewsletterParagraphs text={lead} lead />
      </section>
      {sections.map(({ heading, text }, i) => (
        <section key={i} lang={language}>
          <Heading level={2} data-size="sm">
            {heading}
          </Heading>
          <NewsletterParagraphs text={text} />
        </section>
      ))}
      {report !== null && (
        <p className="link-line">
          <RouteLink href={`/${id}/follow-up/${report}`}>{t('newsletter.report')}</RouteLink>
        </p>
      )}
      {hasDocument && (
        <p className="link-line">
          <Link href={pdf}>{t('newsletter.pdf')}</Link>
        </p>
      )}
    </>
  );
}
