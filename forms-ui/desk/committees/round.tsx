import { Details, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { CirculationView, PlaceView } from '../../../domain/api/desk';
import { sendsMatters } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskTable, Detail } from '../desk-table';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';

/** A matter among committees: who has decided what, who is awaited, the texts side by side. */
export function Round({
  caseId,
  circulation,
  nth,
}: {
  caseId: string;
  circulation: CirculationView;
  /** Which round it is, where there has been more than one. */
  nth: number | undefined;
}) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const { places, done, order, state, renewable } = circulation;
  const heading =
    nth === undefined ? t('circulation.heading') : t('circulation.headingNth', { nth });
  const columns = ['committee', 'number', 'meeting', 'outcome'] as const;
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {heading}
      </Heading>
      <Paragraph>
        {t('circulation.progress', { done, count: places.length })}{' '}
        <Tag data-color={state === 'open' ? 'info' : 'neutral'}>
          {t(`circulation.states.${state}`)}
        </Tag>
      </Paragraph>
      <Paragraph>{t(`circulation.order.${order}`)}</Paragraph>
      {renewable && sendsMatters(official) && (
        <Paragraph>
          <RouteLink href={`${deskAddress(id)}/cases/${caseId}/report`}>
            {t('circulation.renew')}
          </RouteLink>
        </Paragraph>
      )}
      <DeskTable
        stacks
        caption={heading}
        columns={columns.map((column) => t(`circulation.${column}`))}
      >
        {places.map((place) => (
          <PlaceRow
            key={place.matter?.caseId ?? place.committee}
            place={place}
            open={state === 'open'}
          />
        ))}
      </DeskTable>
      <Details>
        <Details.Summary>{t('circulation.texts')}</Details.Summary>
        <Details.Content>
          <DeskTable
            stacks
            caption={t('circulation.texts')}
            columns={[
              t('circulation.committee'),
              t('circulation.proposal'),
              t('circulation.wording'),
            ]}
          >
            {places.map((place) => (
              <TextsRow key={place.matter?.caseId ?? place.committee} place={place} />
            ))}
          </DeskTable>
        </Details.Content>
      </Details>
    </section>
  );
}

function PlaceRow({ place, open }: { place: PlaceView; open: boolean }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { name, part, matter, meetingOn, overdue, decision, awaited } = place;
  const day = decision?.meetingOn ?? meetingOn;
  // What was tabled comes up again.
  const next = decision && awaited && meetingOn !== decision.meetingOn ? meetingOn : null;
  return (
    <tr>
      <th scope="row">
        {name}
        <Detail>{t(`common:committees.parts.${part}`)}</Detail>
      </th>
      <td data-label={t('circulation.number')}>
        {matter ? (
          <RouteLink href={`${deskAddress(id)}/cases/${matter.caseId}`}>
            <bdi>{matter.number}</bdi>
          </RouteLink>
        ) : (
          t(open ? 'circulation.notYet' : 'circulation.notReached')
        )}
      </td>
      <td data-label={t('circulation.meeting')}>
        {day === null ? awaited && t('circulation.noMeeting') : formatDate(day, language)}
        {next !== null && (
          <Detail>{t('circulation.comesUp', { date: formatDate(next, language) })}</Detail>
        )}
      </td>
      <td data-label={t('circulation.outcome')}>
        {decision && <Outcome decision={decision} />}
        {awaited && <Awaited again={decision !== null} />}
        {matter && !awaited && !decision && t('circulation.notNeeded')}
        {overdue && (
          <>
            {' '}
            <Tag data-color="danger">{t('cases.overdue')}</Tag>
          </>
        )}
      </td>
    </tr>
  );
}

function Awaited({ again }: { again: boolean }) {
  const t = useDeskTexts();
  return again ? <Detail>{t('circulation.awaitedAgain')}</Detail> : t('circulation.awaited');
}

function Outcome({ decision }: { decision: NonNullable<PlaceView['decision']> }) {
  const t = useDeskTexts();
  const { outcome, paragraph, state, onOlderReport, onOlderCheck, referralReasons } = decision;
  return (
    <>
      {t(`common:committees.outcomes.${outcome}`)}, {t('circulation.paragraph', { paragraph })}
      <Detail>{t(`circulation.stand.${state}`)}</Detail>
      {referralReasons !== null && (
        <Paragraph className="typed">
          {t('circulation.reasons', { reasons: referralReasons })}
        </Paragraph>
      )}
      {onOlderReport && <Tag data-color="warning">{t('circulation.older')}</Tag>}
      {onOlderCheck && <Tag data-color="warning">{t('circulation.olderCheck')}</Tag>}
    </>
  );
}

function TextsRow({ place: { name, proposal, decision } }: { place: PlaceView }) {
  const t = useDeskTexts();
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="typed" data-label={t('circulation.proposal')}>
        {proposal}
      </td>
      <td className="typed" data-label={t('circulation.wording')}>
        {decision ? decision.wording : t('circulation.none')}
      </td>
    </tr>
  );
}
