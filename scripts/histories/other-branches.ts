import { randomUUID } from 'node:crypto';
import type { DeskPartyItem } from '../../domain/api/desk';
import type { DraftView, ReceiptView } from '../../domain/api/shapes';
import { ApiClient } from '../../test/support/api-client';
import { anApplication, newOrganisationNumber } from '../../test/support/applications';
import { eventually } from '../../test/support/eventually';
import { signIn } from '../../test/support/officials';
import type { System } from '../../test/support/system';
import { forward } from '../../test/support/temporal';
import { officer, walkToRegister } from '../../test/support/walks';

/** Begins something, walks it to its end and returns the id of its case or draft. */
export type OtherBranch = (system: System, name: string) => Promise<string>;

/** What has a workflow beside the accession. */
export const otherBranches: Record<string, OtherBranch> = {
  async 'party-changed'(system, name) {
    const { report, signatory } = await aParty(system, name);
    const { caseId, number } = await report();
    await system.answer(await asksToConfirm(system, signatory, number), {
      outcome: 'answered',
      signedName: 'Olof Berg',
      signedRole: 'Ordförande',
    });
    return caseId;
  },

  async 'party-change-declined'(system, name) {
    const { report, signatory } = await aParty(system, name);
    const { caseId, number } = await report();
    const asked = await asksToConfirm(system, signatory, number);
    await system.answer(asked, { outcome: 'decline', reasons: 'Det stämmer inte.' });
    return caseId;
  },

  async 'party-change-lapsed'(system, name) {
    const { report, signatory } = await aParty(system, name);
    const { caseId, number } = await report();
    await asksToConfirm(system, signatory, number);
    await pass(system, caseId, '35 days');
    const draft = await system.mail(officer, new RegExp(`har inte svarat, ${number}`));
    await system.answer(draft, { outcome: 'close', reasons: 'Inget svar.' });
    return caseId;
  },

  async 'party-excluded'(system, name) {
    const { coordinator, exclude } = await aParty(system, name);
    const { caseId, number } = await exclude();
    const asked = await system.mail(coordinator, new RegExp(`utesluta .*, ${number}$`));
    await system.answer(asked, { comment: 'Vi har rättat till det.' });
    const review = await system.mail(officer, new RegExp(`^Besluta senast .*, ${number}$`));
    await system.answer(review, { outcome: 'approve', reasons: 'Det räcker inte.' });
    return caseId;
  },

  /** What was reported, and nobody confirmed, ends with the party. */
  async 'party-left-meanwhile'(system, name) {
    const { coordinator, signatory, exclude, report } = await aParty(system, name);
    const reported = await report();
    await asksToConfirm(system, signatory, reported.number);
    const { number } = await exclude();
    const asked = await system.mail(coordinator, new RegExp(`utesluta .*, ${number}$`));
    await system.answer(asked, { comment: 'Nej.' });
    const review = await system.mail(officer, new RegExp(`^Besluta senast .*, ${number}$`));
    await system.answer(review, { outcome: 'approve', reasons: 'Den finns inte.' });
    return reported.caseId;
  },

  async 'party-kept'(system, name) {
    const { coordinator, exclude } = await aParty(system, name);
    const { caseId, number } = await exclude();
    await system.mail(coordinator, new RegExp(`utesluta .*, ${number}$`));
    await pass(system, caseId, '35 days');
    const review = await system.mail(officer, new RegExp(`^Besluta .*, ${number}$`));
    await system.answer(review, { outcome: 'refuse', reasons: 'De har svarat.' });
    return caseId;
  },

  async 'draft-forgotten'(system, name) {
    const api = new ApiClient(system.url);
    const { formId, formVersion } = anApplication();
    const begun = await api.post('/api/sodertalje/drafts', { formId, formVersion, answers: {} });
    const { id } = (await begun.json()) as DraftView;
    const email = `${name}@lyktan.example`;
    await api.post(`/api/sodertalje/drafts/${id}/link`, { email });
    await system.mail(email, /^Fortsätt med ansökan senast/);
    // It ends on the way, with the draft.
    await pass(system, id, '35 days').catch(() => {});
    return id;
  },
};

/** An organisation in the register, and what can be done about it. */
async function aParty(system: System, name: string) {
  const organisationNumber = newOrganisationNumber();
  const signatory = `signatory-${name}@lyktan.example`;
  const coordinator = `coordinator-${name}@lyktan.example`;
  await walkToRegister(system, {
    organisationNumber,
    signatoryEmail: signatory,
    coordinatorEmail: coordinator,
  });
  return {
    signatory,
    coordinator,
    async report(): Promise<ReceiptView> {
      const response = await new ApiClient(system.url).post('/api/sodertalje/applications', {
        submissionKey: randomUUID(),
        formId: 'party-change',
        formVersion: 1,
        answers: {
          organisationName: 'Föreningen Lyktan',
          organisationNumber,
          change: 'withdrawal',
          senderName: 'Amina Ek',
          senderEmail: coordinator,
        },
      });
      return (await response.json()) as ReceiptView;
    },
    async exclude(): Promise<{ caseId: string; number: string }> {
      const desk = await signIn(system.url, 'sodertalje', 'officer');
      const search = { search: organisationNumber };
      const found = await desk.post('/api/sodertalje/desk/parties/search', search);
      const { parties } = (await found.json()) as { parties: DeskPartyItem[] };
      const path = `/api/sodertalje/desk/parties/${parties[0]?.id}/exclusion`;
      const begun = await desk.post(path, {
        submissionKey: randomUUID(),
        answers: { grounds: 'Medlemmar har stängts ute.' },
      });
      return (await begun.json()) as { caseId: string; number: string };
    },
  };
}

const asksToConfirm = (system: System, signatory: string, number: string) =>
  system.mail(signatory, new RegExp(`^Bekräfta senast .*, ${number}$`));

/** Virtual time passes, and what it brought has been done. */
async function pass(system: System, id: string, duration: '35 days'): Promise<void> {
  const workflowId = `sodertalje/${id}`;
  const { client } = system.temporal;
  const rests = () =>
    eventually('the workflow waits', async () => {
      const { raw } = await client.workflow.getHandle(workflowId).describe();
      return !raw.pendingWorkflowTask && !raw.pendingActivities?.length;
    });
  await rests();
  await forward(client, workflowId, duration);
  await rests();
}
