import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { useLocation, useParams } from 'wouter';
import type { DeskParty } from '../../../domain/api/desk';
import { partyExclusion } from '../../../domain/forms/definitions/party-exclusion';
import { formText } from '../../../domain/forms/summary';
import { worksWithCases } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { hasCode } from '../../shared/api/problem-sentence';
import { useResource } from '../../shared/api/use-resource';
import { FactList } from '../../shared/case-file/fact-list';
import { submissionKeys } from '../../shared/forms/submission-key';
import { formatDate, formatInstant } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NotFound } from '../../shared/layout/not-found';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { tabKeeper } from '../../shared/storage';
import { DeskFetched } from '../desk-fetched';
import { DeskForm } from '../desk-form';
import { beginExclusion, getParty } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { PartyEnd } from './party-end';

/** A party of the register: who speaks for it, what has happened to it, and what can be done. */
export function PartyPage() {
  const { id, name } = useMunicipality();
  const { party: partyId = '' } = useParams();
  const resource = useResource(`party/${id}/${partyId}`, (signal) => getParty(id, partyId, signal));
  if (hasCode(resource.error, 'party.unknown')) {
    return <NotFound site={name} home={`${deskAddress(id)}/parties`} />;
  }
  return (
    <DeskFetched resource={resource}>
      {(party) => <Party key={party.id} party={party} />}
    </DeskFetched>
  );
}

function Party({ party }: { party: DeskParty }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const { ended, openCases } = party;
  return (
    <div className="desk-page" data-size="sm">
      <p className="back">
        <RouteLink href={`${deskAddress(id)}/parties`}>{t('parties.back')}</RouteLink>
      </p>
      <PageHeading title={party.organisationName} site={name} />
      <section className="desk-part">
        <FactList
          facts={[
            {
              label: t('case.organisationNumber'),
              value: party.organisationNumber ?? t('case.noNumber'),
            },
            { label: t('parties.acceded'), value: formatDate(party.accededOn, language) },
            {
              label: t('parties.now'),
              value: ended ? <PartyEnd ended={ended} /> : t('parties.current'),
            },
            { label: t('parties.coordinator'), value: <People people={[party.coordinator]} /> },
            {
              label: t('parties.published'),
              value: t(party.isContactPublished ? 'parties.yes' : 'parties.no'),
            },
            { label: t('parties.signatories'), value: <People people={party.signatories} /> },
            { label: t('parties.rule'), value: t(`parties.rules.${party.signingRule}`) },
          ]}
        />
      </section>
      {openCases.length > 0 && (
        <section className="desk-part" aria-labelledby="open-heading">
          <Heading level={2} data-size="sm" id="open-heading">
            {t('parties.open')}
          </Heading>
          <ul>
            {openCases.map((each) => (
              <li key={each.id}>
                <RouteLink href={`${deskAddress(id)}/cases/${each.id}`}>
                  <bdi>{each.number}</bdi>
                </RouteLink>
                {`, ${each.title}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <History party={party} />
      {party.mayBeExcluded && worksWithCases(official) && <Exclusion party={party} />}
    </div>
  );
}

function People({ people }: { people: readonly { name: string; email: string }[] }) {
  return people.map(({ name, email }) => (
    <span key={`${name} ${email}`} className="desk-line">
      <bdi>{name}</bdi>
      {email !== '' && (
        <>
          {', '}
          <bdi>{email}</bdi>
        </>
      )}
    </span>
  ));
}

function History({ party }: { party: DeskParty }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <section className="desk-part" aria-labelledby="history-heading">
      <Heading level={2} data-size="sm" id="history-heading">
        {t('parties.history')}
      </Heading>
      <ol className="timeline">
        {party.events.toReversed().map(({ caseId, number, event, at }) => (
          <li key={`${caseId} ${event}`}>
            <span>{t(`parties.events.${event}`)}</span>
            <time className="quiet" dateTime={at}>
              {formatInstant(at, language)}
            </time>
            <span className="quiet">
              <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>
                <bdi>{number}</bdi>
              </RouteLink>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Begins a case in which the organisation is heard before anybody decides. */
function Exclusion({ party }: { party: DeskParty }) {
  const language = useLanguage();
  const { id } = useMunicipality();
  const [, navigate] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const keys = useMemo(
    () => submissionKeys(`${id}/exclusion/${party.id}`, tabKeeper, tabKeeper),
    [id, party.id],
  );
  return (
    <section className="desk-part">
      <Details open={isOpen} onToggle={() => setOpen((was) => !was)}>
        <Details.Summary>{formText(partyExclusion, language, 'title')}</Details.Summary>
        <Details.Content>
          <Paragraph>{formText(partyExclusion, language, 'intro')}</Paragraph>
          {isOpen && (
            <DeskForm
              form={partyExclusion}
              onSend={async (answers) => {
                const submissionKey = keys.keyFor(JSON.stringify(answers));
                const { caseId } = await beginExclusion(id, party.id, { submissionKey, answers });
                keys.finish();
                navigate(`${deskAddress(id)}/cases/${caseId}`);
              }}
            />
          )}
        </Details.Content>
      </Details>
    </section>
  );
}
