import { Field, Heading, Input, Label, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { PartyView } from '../../domain/api/shapes';
import { partyChangeAddress, startAddress } from '../../domain/pages';
import { matchesParty } from '../../domain/register/matches-party';
import { api, listParties } from '../shared/api/endpoints';
import { useResource } from '../shared/api/use-resource';
import { byName, formatDate } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { Fetched } from '../shared/layout/fetched';
import { useMunicipality } from '../shared/layout/municipality-context';
import { PageHeading } from '../shared/layout/page-heading';
import { RouteLink } from '../shared/layout/route-link';

/** Who has acceded. */
export default function RegisterPage() {
  const t = useTexts();
  const { id, name, agreementName } = useMunicipality();
  const resource = useResource(`parties/${id}`, (signal) => listParties(id, signal));
  return (
    <div className="column">
      <p className="back">
        <RouteLink href={`/${id}`}>{t('layout.toHome')}</RouteLink>
      </p>
      <PageHeading title={t('register.heading')} site={name} />
      <Paragraph data-size="lg">{t('register.lead', { agreementName })}</Paragraph>
      <ChangeLink />
      <Fetched resource={resource}>
        {(parties) => (parties.length === 0 ? <EmptyRegister /> : <Register parties={parties} />)}
      </Fetched>
    </div>
  );
}

/** Where a party reports what has changed, where the municipality takes that here. */
function ChangeLink() {
  const { id, processes } = useMunicipality();
  const change = processes.find(({ address }) => address === partyChangeAddress);
  return (
    change && (
      <p className="link-line">
        <RouteLink href={startAddress(id, change.address)}>{change.title}</RouteLink>
      </p>
    )
  );
}

function EmptyRegister() {
  const t = useTexts();
  const { id } = useMunicipality();
  return (
    <div className="panel">
      <Paragraph>{t('register.empty')}</Paragraph>
      <p className="link-line">
        <RouteLink href={`/${id}`}>{t('register.emptyLink')}</RouteLink>
      </p>
    </div>
  );
}

function Register({ parties }: { parties: PartyView[] }) {
  const t = useTexts();
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const found = parties
    .filter((party) => matchesParty(party, search))
    .sort(byName((party) => party.organisationName, language));
  return (
    <>
      <Field className="search">
        <Label>{t('register.search')}</Label>
        <Field.Description>{t('register.searchHelp')}</Field.Description>
        <Input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </Field>
      <p role="status" className="quiet">
        {search.trim() === ''
          ? t('register.count', { count: parties.length })
          : t('register.found', { count: found.length, total: parties.length })}
      </p>
      <ul className="register">
        {found.map((party) => (
          <Party
            key={`${party.organisationName} ${party.organisationNumber ?? ''}`}
            party={party}
          />
        ))}
      </ul>
      <RegisterFiles />
    </>
  );
}

/** The same register for other programs. */
function RegisterFiles() {
  const t = useTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <section aria-labelledby="files-heading">
      <Heading level={2} data-size="xs" id="files-heading">
        {t('register.files')}
      </Heading>
      <ul className="plain-links">
        <li>
          <Link href={`${api(id, 'parties.csv')}?language=${language}`}>{t('register.csv')}</Link>
        </li>
        <li>
          <Link href={api(id, 'parties')}>{t('register.json')}</Link>
        </li>
      </ul>
    </section>
  );
}

function Party({ party }: { party: PartyView }) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <li className="register__party">
      <span className="register__name">{party.organisationName}</span>
      <span className="register__number">{party.organisationNumber ?? t('register.noNumber')}</span>
      {party.contact && (
        <span className="register__contact">
          <bdi>{party.contact.name}</bdi>,{' '}
          <Link href={`mailto:${party.contact.email}`}>{party.contact.email}</Link>
        </span>
      )}
      <span className="register__date">
        {t('register.acceded', {
          date: formatDate(party.accededOn, language),
          version: party.agreementVersion,
        })}
      </span>
    </li>
  );
}
