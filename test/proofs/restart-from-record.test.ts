import type { ReceiptView } from '../../domain/api/shapes';
import { auditOfCase, firstBrokenEntry } from '../../database/repositories/audit.repository';
import { eventually } from '../support/eventually';
import { OwnTemporal } from '../support/own-temporal';
import { pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { asksForReview } from '../support/subjects';
import { startSystem, type System } from '../support/system';
import { forward } from '../support/temporal';
import { approve, beginAgain, officer, refuse, sign } from '../support/walks';

/** One case per phase and state of its task, by name. */
const names = [
  'reviewOpen',
  'reviewAnswered',
  'reviewOverdue',
  'refusalAnswered',
  'signOpen',
  'signAnswered',
  'signOverdue',
] as const;
type Name = (typeof names)[number];
type Cases = Record<Name, ReceiptView>;

const mailbox = (name: Name, role: string) => `${role}-${name}@lyktan.example`;

suiteNeeding('poppler')('a case starts again from the record', () => {
  const temporals: OwnTemporal[] = [];
  const systems: System[] = [];

  afterAll(async () => {
    for (const system of systems) await system.close();
    for (const temporal of temporals) await temporal.remove();
  });

  async function run(disturb: (temporal: OwnTemporal, system: System) => Promise<void>) {
    const temporal = await OwnTemporal.start();
    temporals.push(temporal);
    const system = await startSystem('pglite', { temporal: await temporal.connect() });
    systems.push(system);
    const cases = await openCases(system);
    await bringToTheirStates(system, cases);
    await system.worker.stop();
    // Answered, and the workflow has not seen it.
    await approve(system, cases.reviewAnswered);
    await refuse(system, cases.refusalAnswered);
    await sign(system, cases.signAnswered, mailbox('signAnswered', 'signatory'));
    await disturb(temporal, system);
    await system.worker.start();
    await finish(system, cases);
    return describeCases(system, cases);
  }

  it('and ends like one that was never disturbed', async () => {
    const undisturbed = await run(async () => {});
    const disturbed = await run(async (temporal, system) => {
      await temporal.loseEverything();
      await temporal.begin();
      expect(await beginAgain(system, names.length)).toBe(names.length);
    });
    expect(disturbed).toEqual(undisturbed);
    expect(undisturbed.signOverdue.audit).toContain('overdue');
    expect(undisturbed.refusalAnswered.documents).toEqual(['application', 'decision']);
    expect(undisturbed.signOpen.documents).toContain('signedAgreement');
  }, 480_000);

  async function openCases(system: System): Promise<Cases> {
    const cases = {} as Cases;
    for (const name of names) {
      cases[name] = await system.apply({
        organisationName: name,
        coordinatorEmail: mailbox(name, 'coordinator'),
        signatoryEmail: mailbox(name, 'signatory'),
      });
    }
    for (const name of names) await system.until(cases[name], 'reviewing');
    return cases;
  }

  async function bringToTheirStates(system: System, cases: Cases): Promise<void> {
    const { client } = system.temporal;
    const signing = (['signOpen', 'signAnswered', 'signOverdue'] as const).map((n) => cases[n]);
    for (const receipt of signing) await approve(system, receipt);
    for (const receipt of signing) await system.until(receipt, 'awaitingSignature');
    for (const name of ['reviewAnswered', 'refusalAnswered'] as const) {
      await system.mail(officer, asksForReview(cases[name].number));
    }
    for (const name of ['signOpen', 'signAnswered', 'signOverdue'] as const) {
      await eventually(`${name} has both letters`, async () => {
        return (await system.mailsTo(mailbox(name, 'signatory'))).length > 0;
      });
    }
    await forward(client, system.workflowId(cases.reviewOverdue), '24 days');
    await forward(client, system.workflowId(cases.signOverdue), '40 days');
    for (const name of ['reviewOverdue', 'signOverdue'] as const) {
      await eventually(`${name} is overdue`, async () =>
        (await system.status(cases[name])).timeline.some(({ event }) => event === 'overdue'),
      );
    }
  }

  async function finish(system: System, cases: Cases): Promise<void> {
    await system.until(cases.refusalAnswered, 'rejected');
    await system.until(cases.signAnswered, 'completed');
    await system.until(cases.reviewAnswered, 'awaitingSignature');
    await approve(system, cases.reviewOpen);
    await approve(system, cases.reviewOverdue);
    for (const name of names.filter(
      (each) => !each.endsWith('Answered') || each === 'reviewAnswered',
    )) {
      await system.until(cases[name], 'awaitingSignature');
      await sign(system, cases[name], mailbox(name, 'signatory'));
      await system.until(cases[name], 'completed');
    }
    await eventually('every letter has gone', async () => {
      const waiting = await system.server.database.transaction('sodertalje', (tx) =>
        tx.selectFrom('letter').select('id').where('state', '=', 'pending').execute(),
      );
      return waiting.length === 0;
    });
  }

  /** What people and the record have got, in words that two runs share. */
  async function describeCases(system: System, cases: Cases) {
    const entries = await Promise.all(
      names.map(async (name) => [name, await describeCase(system, name, cases[name])] as const),
    );
    return Object.fromEntries(entries) as Record<Name, Awaited<ReturnType<typeof describeCase>>>;
  }

  async function describeCase(system: System, name: Name, receipt: ReceiptView) {
    const { database } = system.server;
    const shared = (text: string) => inSharedWords(text, receipt);
    const [audit, documents] = await database.transaction('sodertalje', async (tx) => [
      await auditOfCase(tx, 'sodertalje', receipt.caseId),
      await tx
        .selectFrom('document')
        .select(['kind', 'bytes'])
        .where('case_id', '=', receipt.caseId)
        .orderBy('kind')
        .execute(),
    ]);
    expect(firstBrokenEntry(audit)).toBeNull();
    const officerMails = (await system.mailsTo(officer)).filter((mail) =>
      mail.subject.includes(receipt.number),
    );
    const mails = [
      ...(await system.mailsTo(mailbox(name, 'coordinator'))),
      ...(await system.mailsTo(mailbox(name, 'signatory'))),
      ...officerMails,
    ];
    return {
      audit: audit.map(({ event }) => event).sort(),
      documents: documents.map(({ kind }) => kind),
      pages: documents.map(({ bytes }) => shared(pdfText(bytes))),
      mails: mails
        .map((mail) => ({
          to: mail.to,
          subject: shared(mail.subject),
          text: shared(mail.text),
          attachments: mail.attachments.map(({ filename }) => shared(filename)),
        }))
        .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
    };
  }
});

/**
 * A text without what no two runs share: numbers, secrets, and the days and times of a workflow's
 * virtual clock, which went with the store.
 */
function inSharedWords(text: string, { number }: ReceiptView): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll(number, 'number')
    .replace(/\b\d{6}-\d{4}\b/g, 'organisation number')
    .replace(/https?:\/\/\S+/g, 'link')
    .replace(/(?:[a-zåäö]+dag(?:en)? (?:den )?)?\b\d{1,2} [a-zåäö]+(?: 20\d\d)?/g, 'day')
    .replace(/\b\d{1,2}[.:]\d\d\b/g, 'time')
    .replace(/[0-9a-f]{16,}/g, 'fingerprint');
}
