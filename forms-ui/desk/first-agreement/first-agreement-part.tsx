import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { DeskCaseView } from '../../../domain/api/desk';
import type { DeskFirstAgreementView } from '../../../domain/api/first-agreement';
import { sendsMatters } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskTable, Detail } from '../desk-table';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';

/** Where the way to a first agreement is and what comes, its meetings, its survey, who is invited. */
export function FirstAgreementPart({ view }: { view: DeskCaseView }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const { id: caseId, firstAgreement: first, closedAt } = view;
  if (!first) return null;
  const isOpen = closedAt === null && !first.ended;
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('firstAgreement.heading')}
      </Heading>
      <Steps first={first} />
      <ul className="plain-links">
        <li>
          <RouteLink href={`/${id}/first-agreement/${caseId}`}>
            {t('firstAgreement.page')}
          </RouteLink>
        </li>
        {isOpen && sendsMatters(official) && (
          <li>
            <RouteLink href={`${deskAddress(id)}/begin/dialogue-forum`}>
              {t('firstAgreement.invite')}
            </RouteLink>
          </li>
        )}
      </ul>
      <Meetings meetings={first.meetings} />
      {first.survey && (
        <>
          <Heading level={3} data-size="xs">
            {t('firstAgreement.survey')}
          </Heading>
          <Paragraph>{t('firstAgreement.answers', first.survey)}</Paragraph>
        </>
      )}
      <Invited invited={first.invited} />
    </section>
  );
}

function Steps({ first }: { first: DeskFirstAgreementView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const now = first.steps.find(({ state }) => state === 'now')?.id ?? 'handOver';
  const next = first.ended ? 'ended' : now;
  const day = first.survey ? formatDate(first.survey.lastDay, language) : '';
  return (
    <>
      <ol>
        {first.steps.map(({ id, state }) => (
          <li key={id} aria-current={state === 'now' ? 'step' : undefined}>
            {t(`firstAgreement.steps.${id}`)}, {t(`firstAgreement.stepStates.${state}`)}
          </li>
        ))}
      </ol>
      <Paragraph>{t(`firstAgreement.next.${next}`, { day })}</Paragraph>
    </>
  );
}

function Meetings({ meetings }: Pick<DeskFirstAgreementView, 'meetings'>) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const heading = t('firstAgreement.meetings');
  return (
    <>
      <Heading level={3} data-size="xs">
        {heading}
      </Heading>
      {meetings.length === 0 ? (
        <Paragraph>{t('firstAgreement.noMeetings')}</Paragraph>
      ) : (
        <DeskTable
          caption={heading}
          columns={[t('firstAgreement.title'), t('firstAgreement.day'), t('firstAgreement.notes')]}
        >
          {meetings.map(({ caseId, title, day, begins, state, kind, hasNotes }) => (
            <tr key={caseId}>
              <th scope="row">
                <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>
                  <bdi>{title}</bdi>
                </RouteLink>
                <Detail>
                  {t(`firstAgreement.kinds.${kind}`)}, {t(`forums.states.${state}`)}
                </Detail>
              </th>
              <td>
                {formatDate(day, language)} {begins}
              </td>
              <td>{t(hasNotes ? 'firstAgreement.hasNotes' : 'firstAgreement.noNotes')}</td>
            </tr>
          ))}
        </DeskTable>
      )}
    </>
  );
}

function Invited({ invited }: Pick<DeskFirstAgreementView, 'invited'>) {
  const t = useDeskTexts();
  return (
    <>
      <Heading level={3} data-size="xs">
        {t('firstAgreement.invited')}
      </Heading>
      <DeskTable
        caption={t('firstAgreement.invited')}
        columns={[t('firstAgreement.name'), t('firstAgreement.language')]}
      >
        {invited.map(({ name, email, postal, language }) => (
          <tr key={`${name} ${email}`}>
            <th scope="row" dir="auto">
              {name}
              <Detail>{email || postal}</Detail>
            </th>
            <td>{t(`firstAgreement.languages.${language}`)}</td>
          </tr>
        ))}
      </DeskTable>
    </>
  );
}
