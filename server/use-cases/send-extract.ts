import type { Tx } from '../../database/database';
import { bodyNow, committeesOn } from '../../database/repositories/committee.repository';
import type { CommitteeDecision } from '../../database/repositories/decision.repository';
import { findInitiator } from '../../database/repositories/initiator.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import type { Matter } from '../../database/repositories/matter.repository';
import { getSubmission } from '../../database/repositories/submission.repository';
import { addressed, addressees, unreached } from '../../domain/committees/addressees';
import type { Contact, Municipality } from '../../domain/municipality';
import type { DocumentReference, LetterTemplate } from '../../domain/process';

interface ExtractLetter {
  key: string;
  template: LetterTemplate;
  extract: DocumentReference;
  decision: CommitteeDecision;
  /** Wrong records of it: whoever has their extract gets this one as well. */
  before?: readonly CommitteeDecision[];
  /** It goes to nobody but whoever sent the matter out. */
  onlySender?: boolean;
  at: Date;
}

/** Who gets an extract; an office and whoever stands there with an address have no desk to sign in to. */
interface Reader extends Contact {
  signsIn: boolean;
}

/**
 * An extract goes to whoever sent the matter out, or to the contact point where the product itself did, to
 * the offices and committees among the decision's recipients and to the addresses that stand there; it is
 * filed with the body's case.
 */
export async function sendExtract(
  tx: Tx,
  municipality: Municipality,
  matter: Matter,
  { key, template, extract, decision, before = [], onlySender = false, at }: ExtractLetter,
): Promise<void> {
  const { case_id: caseId, parent_case_id: parent } = matter;
  if (caseId === null) return;
  const sender = (await findInitiator(tx, municipality.id, parent)) ?? municipality.contactPoint;
  const readers: Reader[] = [{ ...sender, signsIn: true }];
  for (const each of onlySender ? [] : [decision, ...before]) {
    readers.push(...(await recipientsOf(tx, municipality, each)));
  }
  for (const [i, { name, email, signsIn }] of distinct(readers).entries()) {
    await planLetter(tx, municipality.id, {
      ...{ case_id: caseId, task_id: null, template, ordinal: 1, created_at: at },
      // The desk is closed to whoever cannot sign in: the extract itself is all they get.
      link: signsIn ? 'desk' : null,
      letter_key: i === 0 ? key : `${key}/${i + 1}`,
      recipient_name: name,
      recipient_email: email,
      language: municipality.defaultLanguage,
      attachments: [extract],
    });
  }
}

async function recipientsOf(
  tx: Tx,
  municipality: Municipality,
  decision: CommitteeDecision,
): Promise<Reader[]> {
  const written = await writtenRecipients(tx, decision);
  const directory = await directoryOf(tx, municipality, decision);
  const secretaries = directory.committees.map(({ mailbox }) => mailbox);
  const named = addressees(written, directory).map(({ mailbox }) => mailbox);
  return [...named, ...addressed(written)].map((contact) => ({
    ...contact,
    signsIn: secretaries.some(({ email }) => email === contact.email),
  }));
}

/** The lines of a decision's recipients that its extract does not go to. */
export async function unreachedBy(
  tx: Tx,
  municipality: Municipality,
  decision: CommitteeDecision,
): Promise<string[]> {
  const written = await writtenRecipients(tx, decision);
  return unreached(written, await directoryOf(tx, municipality, decision));
}

async function writtenRecipients(
  tx: Tx,
  { municipality_id: id, submission_id: submission }: CommitteeDecision,
): Promise<string> {
  const { answers } = await getSubmission(tx, id, submission);
  const { recipients } = answers;
  return typeof recipients === 'string' ? recipients : '';
}

/**
 * The offices, and the bodies there were when it was decided, each read by whoever has what it had now; the one
 * that decided has it already.
 */
async function directoryOf(
  tx: Tx,
  { id, offices = [] }: Municipality,
  { meeting_day: day, committee: own }: CommitteeDecision,
) {
  const bodies = await committeesOn(tx, id, day);
  const others = bodies.filter(
    ({ id: body, ended_on: ended }) => body !== own && (ended === null || ended > day),
  );
  const committees = [];
  for (const body of others) {
    const { secretary_name, secretary_email } = (await bodyNow(tx, id, body.id)) ?? body;
    const mailbox = { name: secretary_name, email: secretary_email };
    committees.push({ name: body.name, mailbox });
  }
  return { offices, committees };
}

/** Nobody gets the same letter twice. */
function distinct<C extends Contact>(people: readonly C[]): C[] {
  const address = ({ email }: C) => email.trim().toLowerCase();
  const addresses = people.map(address);
  return people.filter((person, i) => addresses.indexOf(address(person)) === i);
}
