import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useParams } from 'wouter';
import type { ForumItem, ForumsAnswer, ForumView } from '../../domain/api/forum';
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
import { ForumContents } from './forum-contents';

/** A dialogue forum, or the list of them. */
export default function ForumsPage() {
  const { case: caseId } = useParams<{ case?: string }>();
  return caseId === undefined ? <Forums /> : <OneForum key={caseId} caseId={caseId} />;
}

function Forums() {
  const t = useTexts();
  const { id, name } = useMunicipality();
  const resource = useResource(`forums/${id}`, (signal) =>
    call<ForumsAnswer>('GET', api(id, 'forums'), { signal }),
  );
  return (
    <div className="column">
      <p className="back">
        <RouteLink href={`/${id}`}>{t('layout.toHome')}</RouteLink>
      </p>
      <PageHeading title={t('forums.heading')} site={name} />
      <Paragraph data-size="lg">{t('forums.lead')}</Paragraph>
      <Fetched resource={resource}>
        {({ forums }) => {
          const coming = forums.filter(({ state }) => state === 'coming');
          const been = forums.filter(({ state }) => state !== 'coming');
          return (
            <>
              <Heading level={2} data-size="sm">
                {t('forums.coming')}
              </Heading>
              {coming.length === 0 ? (
                <Paragraph>{t('forums.noneComing')}</Paragraph>
              ) : (
                <ForumList forums={coming} />
              )}
              {been.length > 0 && (
                <>
                  <Heading level={2} data-size="sm">
                    {t('forums.been')}
                  </Heading>
                  <ForumList forums={been} />
                </>
              )}
            </>
          );
        }}
      </Fetched>
    </div>
  );
}

function ForumList({ forums }: { forums: readonly ForumItem[] }) {
  const t = useTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <ul className="register">
      {forums.map(({ caseId, title, day, begins, ends, place, state, kind }) => (
        <li key={caseId} className="register__party">
          <span className="register__name">
            <RouteLink href={`/${id}/forums/${caseId}`}>
              <bdi>{title}</bdi>
            </RouteLink>{' '}
            {kind !== 'forum' && <Tag>{t(`firstAgreement.kinds.${kind}`)}</Tag>}{' '}
            {state === 'cancelled' && <Tag data-color="warning">{t('forums.cancelled')}</Tag>}
          </span>
          <span className="register__contact" dir="auto">
            {place}
          </span>
          <span className="register__date">
            {t('forums.time', { day: formatDate(day, language), begins, ends })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function OneForum({ caseId }: { caseId: string }) {
  const t = useTexts();
  const { id, name } = useMunicipality();
  const resource = useResource(`forum/${id}/${caseId}`, (signal) =>
    call<ForumView>('GET', api(id, 'forums', caseId), { signal }),
  );
  return (
    <div className="column">
      <p className="back">
        <RouteLink href={`/${id}/forums`}>{t('forums.all')}</RouteLink>
      </p>
      <Fetched resource={resource} whole>
        {(forum) => (
          <>
            <PageHeading title={forum.title} site={name} />
            <ForumContents forum={forum} />
          </>
        )}
      </Fetched>
    </div>
  );
}
