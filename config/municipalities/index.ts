import type { AgreementText } from '../../domain/agreement';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import { ekero } from './ekero/municipality';
import { sodertaljeAgreement } from './sodertalje/agreement';
import { sodertalje } from './sodertalje/municipality';

/** A municipality and the agreement it has adopted, if any yet. */
export interface ConfiguredMunicipality {
  municipality: Municipality;
  agreement?: {
    version: number;
    adoptedOn: string;
    effectiveFrom: string;
    texts: Record<Language, AgreementText>;
  };
}

/** Every municipality of the installation. */
export const configuredMunicipalities: readonly ConfiguredMunicipality[] = [
  { municipality: sodertalje, agreement: sodertaljeAgreement },
  { municipality: ekero },
];
