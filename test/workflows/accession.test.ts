import { configuredMunicipalities } from '../../config/municipalities';
import type { PartyView, Problem, ReceiptView } from '../../domain/api/shapes';
import { ApiClient } from '../support/api-client';
import { aFirstApplication, anApplication, newOrganisationNumber } from '../support/applications';
import { databaseKinds } from '../support/databases';
import { eventually } from '../support/eventually';
import { asksForReview, asksForSignature } from '../support/subjects';
import { startSystem, type System } from '../support/system';
import { forward } from '../support/temporal';
import { approve, officer, passFirstReminder, sign, signature } from '../support/walks';

describe.each(databaseKinds())('accession on %s', (kind) => {
  let system: System;

  beforeAll(async () => {
    system = await startSystem(kind);
  });
  afterAll(() => system.close());

  it('goes from the form to the register', async () => {
    const coordinatorEmail = `c-${kind}@lyktan.example`;
    const signatoryEmail = `s-${kind}@lyktan.example`;
    const organisationNumber = newOrganisationNumber();
    const receipt = await system.apply({ coordinatorEmail, signatoryEmail, organisationNumber });

    const received = await system.mail(coordinatorEmail, /Vi har tagit emot ansökan/);
    expect(received.subject).toContain(receipt.number);
    expect(received.attachments).toHaveLength(1);
    expect(await system.until(receipt, 'reviewing')).toMatchObject({
      waitsFor: { who: 'caseOfficer', overdue: false },
    });

    const asked = await system.mail(officer, asksForReview(receipt.number));
    await system.answer(asked, { outcome: 'approve' });
    await system.until(receipt, 'awaitingSignature');

    const toSign = await system.mail(signatoryEmail, new RegExp(receipt.number));
    await system.answer(toSign, {
      outcome: 'answered',
      signedName: 'Olof Berg',
      signedRole: 'Ordförande',
      authorised: true,
    });
    const done = await system.until(receipt, 'completed');
    expect(done.waitsFor).toBeNull();

    const last = await eventually('the signed agreement is mailed', async () =>
      (await system.mailsTo(coordinatorEmail)).find((mail) => mail.attachments.length === 2),
    );
    expect(last.attachments.map(({ filename }) => filename)).toEqual([
      'Underskriven överenskommelse.pdf',
      'Välkommen till samverkansöverenskommelsen.pdf',
    ]);
    const bytes = await fetch(new URL(last.attachments[0]!.url, system.inboxUrl));
    expect(
      Buffer.from(await bytes.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const { parties } = await new ApiClient(system.url).read<{ parties: PartyView[] }>(
      '/api/sodertalje/parties',
    );
    expect(parties.map((party) => party.organisationNumber)).toContain(organisationNumber);

    // Who is in the register already is told so instead of being entered twice.
    const again = anApplication({ organisationNumber });
    const refused = await new ApiClient(system.url).post('/api/sodertalje/applications', again);
    expect(refused.status).toBe(409);
    expect((await refused.json()) as Problem).toMatchObject({ code: 'organisation.isParty' });
  });

  it('ends a refused application with a decision', async () => {
    const coordinatorEmail = `refused-${kind}@lyktan.example`;
    const receipt = await system.apply({ coordinatorEmail });
    const asked = await system.mail(officer, asksForReview(receipt.number));
    await system.answer(asked, { outcome: 'refuse', reasons: 'Föreningen finns inte än.' });
    await system.until(receipt, 'rejected');
    const decision = await eventually('the decision is mailed', async () =>
      (await system.mailsTo(coordinatorEmail)).at(1),
    );
    expect(decision.subject).not.toMatch(/avslag|avslår|nekad/i);
    expect(decision.text).not.toContain('finns inte än');
    expect(decision.attachments).toHaveLength(1);
  });

  it('says all of it again, with the agreement, to a signatory who lost the link', async () => {
    const signatoryEmail = `forgetful-${kind}@lyktan.example`;
    const receipt = await system.apply({ signatoryEmail });
    await approve(system, receipt);
    const asked = await system.mail(signatoryEmail, asksForSignature(receipt.number));
    const wanted = { number: receipt.number, email: signatoryEmail };
    await new ApiClient(system.url).post('/api/sodertalje/links/requests', wanted);
    const again = await system.mail(signatoryEmail, /^Ny länk/);
    expect(again.subject).toBe(`Ny länk. ${asked.subject}`);
    const named = (mail: typeof asked) => mail.attachments.map(({ filename }) => filename);
    expect(named(again)).toEqual(named(asked));
    expect(named(again)).toHaveLength(1);
    await system.answer(again, signature);
    await system.until(receipt, 'completed');
  });

  it('reminds the officer after the configured days and is never lost', async () => {
    const receipt = await system.apply();
    await system.mail(officer, asksForReview(receipt.number));
    await passFirstReminder(system, receipt);
    const reminder = await system.mail(officer, new RegExp(`Påminnelse.*${receipt.number}`));
    await forward(system.temporal.client, system.workflowId(receipt), '60 days');
    await eventually('an overdue letter', async () =>
      (await system.status(receipt)).timeline.some(({ event }) => event === 'overdue'),
    );
    await system.answer(reminder, { outcome: 'approve' });
    await system.until(receipt, 'awaitingSignature');
  });
});

it('goes the same way with the first version of the form', async () => {
  const municipalities = configuredMunicipalities.map(({ municipality }) => ({
    ...municipality,
    processes: {
      accession: {
        ...municipality.processes.accession,
        applicationForm: 'accession-application@1',
      },
    },
  }));
  const system = await startSystem('pglite', { municipalities });
  try {
    const signatoryEmail = 'first@lyktan.example';
    const sent = await new ApiClient(system.url).post(
      '/api/sodertalje/applications',
      aFirstApplication({ signatoryEmail }),
    );
    const receipt = (await sent.json()) as ReceiptView;
    expect(sent.status).toBe(201);
    await approve(system, receipt);
    await sign(system, receipt, signatoryEmail);
    await system.until(receipt, 'completed');
    const { parties } = await new ApiClient(system.url).read<{ parties: PartyView[] }>(
      '/api/sodertalje/parties',
    );
    expect(parties.map(({ contact }) => contact)).toEqual([null]);
  } finally {
    await system.close();
  }
});
