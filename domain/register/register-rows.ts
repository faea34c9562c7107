import type { PartyView } from '../api/shapes';
import type { Language } from '../language';
import { translator } from '../texts/index';

/** The register as a table, its first row the headings. New columns come last. */
export function registerRows(parties: readonly PartyView[], language: Language): string[][] {
  const t = translator(language, 'common');
  const headings = [
    t('registerFile.organisation'),
    t('registerFile.number'),
    t('registerFile.accededOn'),
    t('registerFile.version'),
    t('registerFile.contact'),
    t('registerFile.email'),
  ];
  return [headings, ...parties.map(row)];
}

function row(party: PartyView): string[] {
  const { organisationName, organisationNumber, accededOn, agreementVersion, contact } = party;
  return [
    organisationName,
    organisationNumber ?? '',
    accededOn,
    String(agreementVersion),
    contact?.name ?? '',
    contact?.email ?? '',
  ];
}
