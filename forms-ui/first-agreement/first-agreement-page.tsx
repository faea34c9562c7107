import { Alert, Link, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useParams } from 'wouter';
import type { FirstAgreementView } from '../../domain/api/first-agreement';
import { ForumPart as Part } from '../forums/forum-notes';
import { call } from '../shared/api/client';
import { api } from '../shared/api/endpoints';
import { useResource } from '../shared/api/use-resource';
import { formatDate, formatSize } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { Fetched } from '../shared/layout/fetched';
import { useMunicipality } from '../shared/layout/municipality-context';
import { PageHeading } from '../shared/layout/page-heading';
import { RouteLink } from '../shared/layout/route-link';
import { Answers } from './answers';
import { OpenSurvey } from './open-survey';

interface Props {
  view: FirstAgreementView;
}

/** The way to a municipality's first agreement: anybody can follow it, and answer the survey. */
export default function FirstAgreementPage() {
  const t = useTexts();
  const { id, name } = useMunicipality();
  const { case: caseId } = useParams<{ case: string }>();
  const resource = useResource(`first-agreement/${id}/${caseId}`, (signal) =>
    call<FirstAgreementView>('GET', api(id, 'first-agreement', caseId), { signal }),
  );
  return (
    <div className="column">
      <p className="back">
        <RouteLink href={`/${id}`}>{t('firstAgreement.back')}</RouteLink>
      </p>
      <Fetched resource={resource} whole>
        {(view) => (
          <>
            <PageHeading title={view.title} caption={t('firstAgreement.heading')} site={name} />
            {view.ended && (
              <Alert data-color="warning">
                <Paragraph>{t('firstAgreement.ended')}</Paragraph>
              </Alert>
            )}
            <Steps view={view} />
            {view.surveyOpenUntil !== null && (
              <OpenSurvey caseId={view.caseId} until={view.surveyOpenUntil} />
            )}
            {view.draft && <Draft view={view} draft={view.draft} />}
            <Meetings view={view} />
            {view.compilation && <Answers view={view} compilation={view.compilation} />}
            <Commission view={view} />
          </>
        )}
      </Fetched>
    </div>
  );
}

function Steps({ view: { steps, surveyUntil } }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const isBefore = steps.some(({ id, state }) => id === 'survey' && state === 'next');
  return (
    <Part title={t('firstAgreement.steps')}>
      <ol>
        {steps.map(({ id, state }) => (
          <li key={id} aria-current={state === 'now' ? 'step' : undefined}>
            {t(`firstAgreement.step.${id}`)}{' '}
            <Tag data-color={colourOf[state]}>{t(`firstAgreement.state.${state}`)}</Tag>
          </li>
        ))}
      </ol>
      {isBefore && surveyUntil !== '' && (
        <Paragraph>
          {t('firstAgreement.until', { day: formatDate(surveyUntil, language) })}
        </Paragraph>
      )}
    </Part>
  );
}

const colourOf = {
  done: 'success',
  now: 'accent',
  next: 'neutral',
  left: 'neutral',
} as const;

function Meetings({ view: { meetings } }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <Part title={t('firstAgreement.meetings')}>
      {meetings.length === 0 ? (
        <Paragraph>{t('firstAgreement.noMeetings')}</Paragraph>
      ) : (
        <ul className="register">
          {meetings.map(({ caseId, title, day, begins, ends, place, state, kind, hasNotes }) => (
            <li key={caseId} className="register__party">
              <span className="register__name">
                <RouteLink href={`/${id}/forums/${caseId}`}>
                  <bdi>{title}</bdi>
                </RouteLink>{' '}
                <Tag>{t(`firstAgreement.kinds.${kind}`)}</Tag>{' '}
                {state === 'cancelled' && <Tag data-color="warning">{t('forums.cancelled')}</Tag>}
                {hasNotes && <Tag data-color="success">{t('forums.notes')}</Tag>}
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
      )}
    </Part>
  );
}

function Draft({ view, draft }: Props & { draft: NonNullable<FirstAgreementView['draft']> }) {
  const t = useTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { summary, met, text, file, hasDocument } = draft;
  return (
    <Part title={t('firstAgreement.draft')}>
      <Paragraph className="as-written" dir="auto">
        {summary}
      </Paragraph>
      <ul>
        {file && (
          <li>
            <Link href={api(id, 'first-agreement', view.caseId, 'draft')}>
              {t('firstAgreement.draftFile', { name: file.name })}
            </Link>{' '}
            ({formatSize(file.size, language)})
          </li>
        )}
        {hasDocument && (
          <li>
            <Link href={api(id, 'first-agreement', view.caseId, 'draft.pdf')}>
              {t('firstAgreement.draftPdf')}
            </Link>
          </li>
        )}
      </ul>
      {text !== null && (
        <Paragraph className="as-written" dir="auto">
          {text}
        </Paragraph>
      )}
      <Part title={t('firstAgreement.met')}>
        <Paragraph className="as-written" dir="auto">
          {met}
        </Paragraph>
      </Part>
    </Part>
  );
}

function Commission({ view }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { body, decidedOn, paragraph, commission, contact } = view;
  const day = formatDate(decidedOn, language);
  return (
    <>
      <Part title={t('firstAgreement.commission')}>
        <Paragraph>
          {paragraph === ''
            ? t('firstAgreement.decided', { body, day })
            : t('firstAgreement.decidedAt', { body, day, paragraph })}
        </Paragraph>
        <Paragraph className="as-written" dir="auto">
          {commission}
        </Paragraph>
      </Part>
      <Part title={t('firstAgreement.contact')}>
        <Paragraph>{t('firstAgreement.questions', { name: contact.name })}</Paragraph>
        <p className="link-line">
          <Link href={`mailto:${contact.email}`}>{contact.email}</Link>
        </p>
      </Part>
    </>
  );
}
