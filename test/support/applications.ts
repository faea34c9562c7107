import { randomUUID } from 'node:crypto';
import type { ApplicationRequest } from '../../domain/api/shapes';

/** A valid organisation number that no other call has given. */
export function newOrganisationNumber(): string {
  const nine = `802${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`;
  const sum = [...nine].reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${nine.slice(0, 6)}-${nine.slice(6)}${(10 - (sum % 10)) % 10}`;
}

/** A complete application; what is given replaces what is usual. */
export function anApplication(
  answers: Record<string, unknown> = {},
  submissionKey: string = randomUUID(),
): ApplicationRequest {
  return {
    submissionKey,
    formId: 'accession-application',
    formVersion: 1,
    answers: {
      organisationName: 'Föreningen Lyktan',
      legalForm: 'nonProfitAssociation',
      hasNumber: 'yes',
      organisationNumber: newOrganisationNumber(),
      coordinatorName: 'Amina Ek',
      coordinatorEmail: 'amina@lyktan.example',
      signatoryName: 'Olof Berg',
      signatoryEmail: 'olof@lyktan.example',
      contribution: 'Läxhjälp och mötesplatser för unga.',
      ...answers,
    },
  };
}
