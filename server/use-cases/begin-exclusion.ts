import type { ExclusionRequest, PaperReceipt } from '../../domain/api/desk';
import { DomainError } from '../../domain/errors';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { partyExclusion } from '../../domain/processes/party-exclusion';
import type { ServerContext } from '../context';
import { requireParty } from './read-parties';
import { beginByOfficial } from './receive-application';

/**
 * Begins a case about excluding a party. The same submission key again gives the same case.
 * Throws `party.unknown`, `party.ended`, `party.hasOpenCase`, `form.invalid` and `process.unknown`
 * where the municipality excludes nobody.
 */
export async function beginExclusion(
  context: ServerContext,
  municipality: Municipality,
  official: Official,
  { partyId, submissionKey, answers }: ExclusionRequest & { partyId: string },
): Promise<PaperReceipt> {
  const party = await context.database.transaction(municipality.id, (tx) =>
    requireParty(tx, official, municipality.id, partyId),
  );
  const configured = municipality.processes[partyExclusion.name];
  if (!configured) throw new DomainError('process.unknown');
  const [formId = '', version] = configured.applicationForm.split('@');
  const request = { submissionKey, formId, formVersion: Number(version), answers };
  return beginByOfficial(context, municipality, official, { party, request });
}
