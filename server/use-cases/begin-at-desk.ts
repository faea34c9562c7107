import type { BeginReceipt, BeginRequest, FormView } from '../../domain/api/desk';
import type { Tx } from '../../database/database';
import { lockCase } from '../../database/repositories/case.repository';
import { formView } from '../../domain/api/shapes';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { dialogueForum } from '../../domain/forms/definitions/dialogue-forum';
import { firstAgreement } from '../../domain/forms/definitions/first-agreement';
import { beginningFaults } from '../../domain/first-agreement/first-agreement';
import { forumFaults, forumOf, type Forum } from '../../domain/forum/forum';
import { withLists, withoutEmptyChoices, type FormLists } from '../../domain/forms/lists';
import { withoutFiles } from '../../domain/forms/paper';
import type { Answers, Faults } from '../../domain/forms/types';
import type { Municipality } from '../../domain/municipality';
import type { Official } from '../../domain/officials';
import type { ServerContext } from '../context';
import { listsToBegin } from './committee-lists';
import { beginByOfficial } from './receive-application';
import { refuseFirstAgreement } from './refuse-first-agreement';
import { requestCover } from './transfer-cover';

/**
 * The form that begins a case of a process at the desk, with the committees there are; throws
 * `process.unknown` for one that the municipality does not run or that is not begun here, and what
 * `refuseFirstAgreement` throws.
 */
export async function beginningForm(
  context: ServerContext,
  municipality: Municipality,
  address: string,
): Promise<{ form: FormView }> {
  const { reference, formId } = configured(context, municipality, address);
  if (formId === firstAgreement.id) {
    const now = context.clock();
    await context.database.transaction(municipality.id, (tx) =>
      refuseFirstAgreement(tx, municipality, now),
    );
  }
  const lists = await listsNow(context, municipality);
  // Files are added to the case as records afterwards.
  const form = withoutEmptyChoices(withLists(withoutFiles(context.forms.get(reference)), lists));
  return { form: formView.parse(form) };
}

/**
 * Begins a case of a process that the municipality begins itself. The same submission key again gives
 * the same case. Throws `form.invalid`, also where money that somebody is to give is not there, and what
 * `beginningForm` throws. Tells which later years of a transfer have no budget yet.
 */
export async function beginAtDesk(
  context: ServerContext,
  municipality: Municipality,
  official: Official,
  { submissionKey, answers, address }: BeginRequest & { address: string },
): Promise<BeginReceipt> {
  const { reference, formId, formVersion } = configured(context, municipality, address);
  const form = context.forms.get(reference);
  const coverNow = (tx: Tx) =>
    requestCover(tx, municipality, form, { typed: answers, now: context.clock() });
  const begun = await beginByOfficial(context, municipality, official, {
    request: { submissionKey, formId, formVersion, answers },
    lists: await listsNow(context, municipality),
    furtherFaults: (parsed) => ({
      ...repeatedBodies(parsed),
      ...(formId === dialogueForum.id && forumFaults(parsed, stockholmDate(context.clock()))),
      ...(formId === firstAgreement.id && beginningFaults(parsed, stockholmDate(context.clock()))),
    }),
    recordFaults: async (tx) => (await coverNow(tx)).faults,
    refuseBeside: async (tx, parsed) => {
      if (formId === firstAgreement.id) {
        await refuseFirstAgreement(tx, municipality, context.clock());
      }
      if (formId === dialogueForum.id) await refuseWithinEnded(tx, municipality, forumOf(parsed));
    },
    // A meeting on the way to a first agreement is found from there.
    begunFrom: (parsed) => (formId === dialogueForum.id ? forumOf(parsed).within : null),
  });
  const { planned } = await context.database.transaction(municipality.id, coverNow);
  return { ...begun, planned };
}

/** Nobody is invited to a meeting of work that is being ended at this moment; throws `case.closed`. */
async function refuseWithinEnded(tx: Tx, { id }: Municipality, { within }: Forum): Promise<void> {
  if (within === null) return;
  const { ending, closed_at: closed } = await lockCase(tx, id, within);
  if (ending !== null || closed !== null) throw new DomainError('case.closed');
}

function configured({ processes }: ServerContext, municipality: Municipality, address: string) {
  const { name, begunBy, aboutParty } = processes.at(municipality, address);
  const reference = municipality.processes[name]?.applicationForm;
  const isBegunHere = begunBy === 'official' && !aboutParty;
  if (reference === undefined || !isBegunHere) throw new DomainError('process.unknown');
  const [formId = '', version] = reference.split('@');
  return { reference, formId, formVersion: Number(version) };
}

async function listsNow(
  { database, clock }: ServerContext,
  municipality: Municipality,
): Promise<FormLists> {
  return database.transaction(municipality.id, (tx) => listsToBegin(tx, municipality, clock()));
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
