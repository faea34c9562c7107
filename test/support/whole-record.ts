import { auditOfCase, firstBrokenEntry } from '../../database/repositories/audit.repository';
import type { Database, Tx } from '../../database/database';
import type { Decision, Walk } from './people';
import type { Mail } from './system';

const municipality = 'sodertalje';

/** What a case that nothing disturbed leaves behind. */
const undisturbed: Record<Decision, { events: string[]; documents: string[]; letters: string[] }> =
  {
    approve: {
      events: [
        ...['approved', 'completed', 'received', 'reviewRequested', 'signatureRequested', 'signed'],
        ...Array.from({ length: 4 }, () => 'documentFiled'),
        ...Array.from({ length: 6 }, () => 'letterSent'),
      ].sort(),
      documents: ['application', 'confirmation', 'decision', 'signedAgreement'],
      letters: [
        ...['applicationApproved to coordinator', 'applicationReceived to coordinator'],
        ...['agreementSigned to coordinator', 'agreementSigned to signatory'],
        ...['reviewRequested to officer', 'signatureRequested to signatory'],
      ].sort(),
    },
    refuse: {
      events: [
        ...['received', 'refused', 'reviewRequested', 'documentFiled', 'documentFiled'],
        ...Array.from({ length: 3 }, () => 'letterSent'),
      ].sort(),
      documents: ['application', 'decision'],
      letters: [
        ...['applicationReceived to coordinator', 'applicationRefused to coordinator'],
        'reviewRequested to officer',
      ].sort(),
    },
  };

/**
 * Fails unless the record and the inbox hold what the walks left, nothing lost and nothing twice:
 * one case per submission key, numbers without gaps, whole audit chains, one party per accession,
 * one mail per letter.
 */
export async function expectNothingLostNothingTwice(
  database: Database,
  mails: readonly Mail[],
  walks: readonly Walk[],
): Promise<void> {
  await database.transaction(municipality, async (tx) => {
    await expectCases(tx, walks);
    for (const walk of walks) await expectCase(tx, walk);
    await expectMails(tx, mails);
    await expectNothingOpen(tx);
  });
}

async function expectCases(tx: Tx, walks: readonly Walk[]): Promise<void> {
  const cases = await tx
    .selectFrom('cases')
    .innerJoin('submission', 'submission.case_id', 'cases.id')
    .select(['cases.id', 'cases.number', 'submission.submission_key'])
    .where('submission.task_id', 'is', null)
    .execute();
  const asReceived = walks.map(({ receipt, submissionKey }) => ({
    id: receipt.caseId,
    number: receipt.number,
    submission_key: submissionKey,
  }));
  const byNumber = (a: { number: string }, b: { number: string }) =>
    a.number.localeCompare(b.number);
  expect(cases.sort(byNumber)).toEqual(asReceived.sort(byNumber));
  const running = cases.map(({ number }) => Number(number.split('/')[1])).sort((a, b) => a - b);
  expect(running).toEqual(walks.map((_, i) => i + 1));
  const { count } = tx.fn;
  const all = await tx.selectFrom('cases').select(count<number>('id').as('all')).execute();
  expect(Number(all[0]?.all)).toBe(walks.length);
}

async function expectCase(tx: Tx, { receipt: { caseId, number }, decision }: Walk): Promise<void> {
  const audit = await auditOfCase(tx, municipality, caseId);
  expect([number, firstBrokenEntry(audit)]).toEqual([number, null]);
  const parties = await tx.selectFrom('party').select('id').where('case_id', '=', caseId).execute();
  expect([number, parties.length]).toEqual([number, decision === 'approve' ? 1 : 0]);
  const answers = await tx
    .selectFrom('submission')
    .select('id')
    .where('case_id', '=', caseId)
    .where('task_id', 'is not', null)
    .execute();
  expect([number, answers.length]).toEqual([number, decision === 'approve' ? 2 : 1]);
  const documents = await tx
    .selectFrom('document')
    .select('kind')
    .where('case_id', '=', caseId)
    .execute();
  const letters = await tx
    .selectFrom('letter')
    .select(['template', 'recipient_email', 'state'])
    .where('case_id', '=', caseId)
    .execute();
  expect(letters.map(({ state }) => state)).toEqual(letters.map(() => 'sent'));
  expect({
    number,
    events: audit.map(({ event }) => event).sort(),
    documents: documents.map(({ kind }) => kind).sort(),
    letters: letters
      .map(({ template, recipient_email }) => `${template} to ${roleOf(recipient_email)}`)
      .sort(),
  }).toEqual({ number, ...undisturbed[decision] });
}

function roleOf(email: string): string {
  return /^(coordinator|signatory)-/.exec(email)?.[1] ?? 'officer';
}

/** One mail per letter under its own Message-ID, and none besides. */
async function expectMails(tx: Tx, mails: readonly Mail[]): Promise<void> {
  const letters = await tx.selectFrom('letter').select(['id', 'recipient_email']).execute();
  const expected = letters.map(({ id, recipient_email }) => `${id} ${recipient_email}`);
  const arrived = mails.map(({ messageId, to }) => {
    const id = /^<([^@]+)@/.exec(messageId)?.[1] ?? '';
    return `${id} ${to.join(',')}`;
  });
  expect(arrived.sort()).toEqual(expected.sort());
  const contents = mails.map(({ to, subject }) => `${to.join(',')} ${subject}`);
  expect(new Set(contents).size).toBe(contents.length);
}

async function expectNothingOpen(tx: Tx): Promise<void> {
  const words = await tx
    .selectFrom('outbox')
    .selectAll()
    .where('consumed_at', 'is', null)
    .execute();
  expect(words).toEqual([]);
  const tasks = await tx.selectFrom('task').select(['state', 'consumed_at']).execute();
  for (const task of tasks) {
    expect(task.state).toBe('answered');
    expect(task.consumed_at).not.toBeNull();
  }
  const attention = await tx.selectFrom('attention').select(['code', 'attention_key']).execute();
  expect(attention).toEqual([]);
}
