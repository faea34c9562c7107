import { randomUUID } from 'node:crypto';
import { configuredMunicipalities } from '../../config/municipalities';
import type { ApplicationRequest } from '../../domain/api/shapes';

let given = 0;

/**
 * A valid organisation number that no other call has given. They are given in order, not drawn:
 * of numbers that are drawn, two are the same or one holds the other's last digits, some day.
 */
export function newOrganisationNumber(): string {
  given += 1;
  const nine = `802${String(given).padStart(6, '0')}`;
  const sum = [...nine].reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${nine.slice(0, 6)}-${nine.slice(6)}${(10 - (sum % 10)) % 10}`;
}

/** What one signatory is called and where their mail goes; the usual application names them alone. */
interface OneSignatory {
  signatoryName?: unknown;
  signatoryEmail?: unknown;
}

const organisation = () => ({
  organisationName: 'Föreningen Lyktan',
  legalForm: 'nonProfitAssociation',
  hasNumber: 'yes',
  organisationNumber: newOrganisationNumber(),
  coordinatorName: 'Amina Ek',
  coordinatorEmail: 'amina@lyktan.example',
});

/** A complete application; what is given replaces what is usual. */
export function anApplication(
  answers: Record<string, unknown> & OneSignatory = {},
  submissionKey: string = randomUUID(),
): ApplicationRequest {
  const {
    signatoryName: name = 'Olof Berg',
    signatoryEmail: email = 'olof@lyktan.example',
    ...others
  } = answers;
  return {
    submissionKey,
    formId: 'accession-application',
    formVersion: 2,
    answers: {
      ...organisation(),
      activities: ['youth', 'education'],
      publishContact: 'no',
      signatories: [{ name, email, capacity: 'chair' }],
      signingRule: 'oneAlone',
      community: 'Läxhjälp och mötesplatser för unga.',
      ...others,
    },
  };
}

/** The same to the first version of the form, which municipalities may still use. */
export function aFirstApplication(
  answers: Record<string, unknown> = {},
  submissionKey: string = randomUUID(),
): ApplicationRequest {
  return {
    submissionKey,
    formId: 'accession-application',
    formVersion: 1,
    answers: {
      ...organisation(),
      signatoryName: 'Olof Berg',
      signatoryEmail: 'olof@lyktan.example',
      contribution: 'Läxhjälp och mötesplatser för unga.',
      ...answers,
    },
  };
}

/** A complete application to the version of the form that a municipality uses. */
export function applicationTo(
  municipalityId: string,
  ...own: Parameters<typeof aFirstApplication>
): ApplicationRequest {
  const to = configuredMunicipalities.find(
    ({ municipality }) => municipality.id === municipalityId,
  );
  return to?.municipality.processes.accession.applicationForm === 'accession-application@1'
    ? aFirstApplication(...own)
    : anApplication(...own);
}
