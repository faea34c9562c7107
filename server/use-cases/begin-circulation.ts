import type { FormView, PaperReceipt } from '../../domain/api/desk';
import { formView } from '../../domain/api/shapes';
import { DomainError } from '../../domain/errors';
import { withLists, type FormLists } from '../../domain/forms/lists';
import type { Answers, Faults } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import { circulation } from '../../domain/processes/circulation';
import type { ServerContext } from '../context';
import { committeeList } from './committee-lists';
import { beginByOfficial } from './receive-application';

/** The form that sends a matter to committees, with those there are; throws `process.unknown`. */
export async function circulationForm(
  context: ServerContext,
  municipality: Municipality,
): Promise<{ form: FormView }> {
  const { reference } = configured(municipality);
  const lists = await listsNow(context, municipality);
  return { form: formView.parse(withLists(context.forms.get(reference), lists)) };
}

/**
 * Sends a matter to committees. The same submission key again gives the same case. Throws
 * `form.invalid`, and `process.unknown` where the municipality has no committees.
 */
export async function beginCirculation(
  context: ServerContext,
  municipality: Municipality,
  official: Official,
  { submissionKey, answers }: { submissionKey: string; answers: Record<string, unknown> },
): Promise<PaperReceipt> {
  const { formId, formVersion } = configured(municipality);
  const lists = await listsNow(context, municipality);
  const request = { submissionKey, formId, formVersion, answers };
  return beginByOfficial(context, municipality, official, {
    request,
    lists,
    furtherFaults: repeatedBodies,
  });
}

function configured({ processes }: Municipality) {
  const reference = processes[circulation.name]?.applicationForm;
  if (reference === undefined) throw new DomainError('process.unknown');
  const [formId = '', version] = reference.split('@');
  return { reference, formId, formVersion: Number(version) };
}

async function listsNow(
  { database, clock }: ServerContext,
  municipality: Municipality,
): Promise<FormLists> {
  return database.transaction(municipality.id, async (tx) => ({
    committees: await committeeList(tx, municipality, clock()),
  }));
}

/** Nobody deals with the same matter twice in one round. */
function repeatedBodies(answers: Answers): Faults {
  const bodies = (answers['bodies'] ?? []) as readonly Answers[];
  const chosen = bodies.map(({ committee }) => committee);
  return Object.fromEntries(
    chosen.flatMap((committee, i) =>
      chosen.indexOf(committee) < i ? [[`bodies.${i}.committee`, 'committeeTwice' as const]] : [],
    ),
  );
}
