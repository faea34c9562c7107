import type { ReceiptView } from '../../domain/api/shapes';
import { eventually } from '../../test/support/eventually';
import { countersigner, members } from '../../test/support/full-shape';
import { asksForReview } from '../../test/support/subjects';
import type { Mail, System } from '../../test/support/system';
import { forward } from '../../test/support/temporal';
import { approve, officer, sign, signature } from '../../test/support/walks';

/** Walks a case along its branch, to its end, where the municipality has the full shape. */
type Branch = (system: System, receipt: ReceiptView, signatory: string) => Promise<void>;

const [ada, bo] = members;

/** What the full shape of an accession has beside the simple one's branches. */
export const fullShapeBranches: Record<string, Branch> = {
  async 'full-shape'(system, receipt, signatory) {
    await support(system, receipt);
    await approve(system, receipt);
    await sign(system, receipt, signatory);
    await system.answer(await asksToCountersign(system, receipt), signature);
  },

  async 'full-shape-refused-by-the-check'(system, receipt) {
    const reasons = 'Ett bolag kan inte ansluta sig.';
    await system.answer(await asksToCheck(system, receipt), { outcome: 'refuse', reasons });
  },

  async 'full-shape-group-late'(system, receipt, signatory) {
    await system.answer(await asksToCheck(system, receipt), { outcome: 'forward' });
    await opinion(system, receipt, ada);
    await forward(system.temporal.client, system.workflowId(receipt), '24 days');
    await system.mail(officer, asksForReview(receipt.number));
    await opinion(system, receipt, bo);
    const again = await second(system, officer, asksForReview(receipt.number));
    await system.answer(again, { outcome: 'approve' });
    await sign(system, receipt, signatory);
    await system.answer(await asksToCountersign(system, receipt), signature);
  },

  async 'full-shape-countersignature-declined'(system, receipt, signatory) {
    await support(system, receipt);
    await approve(system, receipt);
    await sign(system, receipt, signatory);
    const decline = { outcome: 'decline', reasons: 'Fel version.' };
    await system.answer(await asksToCountersign(system, receipt), decline);
    const settle = new RegExp(`^Bestäm vad som ska hända: kommunen .*${receipt.number}$`);
    await system.answer(await system.mail(officer, settle), { outcome: 'proceed' });
    const again = await second(system, countersigner.email, countersigning(receipt));
    await system.answer(again, decline);
    const reasons = 'Avtalet ska skrivas om.';
    await system.answer(await second(system, officer, settle), { outcome: 'close', reasons });
  },
};

async function support(system: System, receipt: ReceiptView): Promise<void> {
  await system.answer(await asksToCheck(system, receipt), { outcome: 'forward' });
  for (const member of [ada, bo]) await opinion(system, receipt, member);
}

async function opinion(
  system: System,
  { number }: ReceiptView,
  { email }: { email: string },
): Promise<void> {
  const asked = await system.mail(email, new RegExp(`^Säg vad du tycker senast .*${number}$`));
  await system.answer(asked, { outcome: 'support', comment: 'Ja.' });
}

function asksToCheck(system: System, { number }: ReceiptView): Promise<Mail> {
  return system.mail(officer, new RegExp(`^Kontrollera senast .*${number}$`));
}

function countersigning({ number }: ReceiptView): RegExp {
  return new RegExp(`^Skriv under för kommunen senast .*${number}$`);
}

function asksToCountersign(system: System, receipt: ReceiptView): Promise<Mail> {
  return system.mail(countersigner.email, countersigning(receipt));
}

function second(system: System, address: string, subject: RegExp): Promise<Mail> {
  return eventually(`a second mail to ${address} with ${subject}`, async () => {
    const mails = await system.mailsTo(address);
    return mails.filter((mail) => subject.test(mail.subject))[1];
  });
}
