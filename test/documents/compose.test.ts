import { describe, expect, it } from '@jest/globals';
import {
  composeAgreement,
  composeApplication,
  composeConfirmation,
} from '../../activities/documents/compose';
import type { DocumentContent } from '../../activities/documents/content';
import { renderPdf } from '../../activities/documents/render/render-pdf';
import { ekero } from '../../config/municipalities/ekero/municipality';
import { sodertaljeAgreement } from '../../config/municipalities/sodertalje/agreement';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { accessionApplication2 } from '../../domain/forms/definitions/accession-application-2';
import { languages } from '../../domain/language';
import { application2 } from '../domain/forms/answers-for-test';
import { suiteNeeding } from '../support/suites';
import { attachedJson, structureOf } from './poppler';
import {
  aConfirmation,
  aDecision,
  aSignedAgreement,
  agreementFingerprint,
  anAgreement,
  anApplicationDocument,
  anExtract,
  anOfficialReport,
  answers,
  everyDocument,
  signature,
} from './documents';

/** Everything that is printed, in order. */
function printed(content: DocumentContent): string {
  return JSON.stringify([content.recipient, content.reference, content.title, content.blocks]);
}

describe.each(everyDocument)('%s', (_, content) => {
  it('leaves no text unfilled and survives serialisation', () => {
    const { pageLabel, ...rest } = content;
    expect(pageLabel).toMatch(/\{\{page\}\}.*\{\{pages\}\}/);
    expect(JSON.stringify(rest)).not.toMatch(/\{\{|undefined|\[object/);
    expect(JSON.parse(JSON.stringify(content))).toEqual(structuredClone(content));
  });

  it('says who it is from and which case or version it is about', () => {
    expect(content.letterhead.municipality).toBe('Södertälje kommun');
    expect(content.letterhead.contact).toContain('samverkan@sodertalje.example');
    expect(content.reference.length).toBeGreaterThan(0);
    expect(content.footer).toContain('Södertälje kommun');
  });
});

describe('the application in its second version', () => {
  const document = composeApplication({
    municipality: sodertalje,
    language: 'sv',
    number: 'KFN 26/114',
    receivedAt: '2027-03-12T13:32:00.000Z',
    createdAt: '2027-03-12T13:32:00.000Z',
    form: accessionApplication2,
    answers: application2,
  });

  it('lists those who sign and the files with their fingerprints', () => {
    const rows = document.blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []));
    expect(rows).toContainEqual({
      label: 'Firmatecknare 2',
      value: 'Eva Lind\neva@forening.example\nKassör',
    });
    const minutes = rows.find(({ label }) => label.startsWith('Protokoll'))?.value;
    expect(minutes).toMatch(/^Protokoll 2026-03-12\.pdf \(1,2\sMB\)\nSHA-256 (ab){32}$/);
    expect(rows).toContainEqual({ label: 'Stadgar', value: 'Inte besvarat' });
  });
});

describe('the application', () => {
  it('says when it arrived, its number, and that nothing is needed', () => {
    const text = printed(anApplicationDocument('sv'));
    expect(text).toContain('den 12 mars 2027 kl. 14.32');
    expect(text).toContain('KFN\u00a026/114');
    expect(text).toContain('Du behöver inte göra något nu.');
  });

  it('has the answers in words, and says which question was left', () => {
    const facts = anApplicationDocument('sv').blocks.flatMap((block) =>
      block.kind === 'facts' ? block.rows : [],
    );
    expect(facts).toContainEqual({
      label: 'Organisationens namn',
      value: answers.organisationName,
    });
    expect(facts.map(({ value }) => value)).toContain('Ideell förening');
    expect(facts.at(-2)?.value).toBe(answers.signatoryEmail);
    expect(facts.filter(({ value }) => value === 'Inte besvarat')).toHaveLength(1);
  });

  it('is English for an English reader', () => {
    const text = printed(anApplicationDocument('en'));
    expect(text).toContain('on 12 March 2027 at 14:32');
    expect(text).toContain('Non-profit association');
    expect(text).toContain('Not answered');
  });

  it('does not interpret what was typed', () => {
    const typed = '{{number}} $t(frame.page) <b>';
    const text = printed(anApplicationDocument('sv', { organisationName: typed }));
    expect(text).toContain(typed);
  });
});

describe('the decision', () => {
  it('tells an approved organisation what comes next and nothing of courts', () => {
    const text = printed(aDecision('sv', 'approve', 'glömda skäl'));
    expect(text).toContain('Södertälje kommun godkänner att Föreningen Öppna dörren ansluter sig');
    expect(text).toContain('skriva under');
    expect(text).not.toMatch(/förvaltningsrätt|glömda skäl|avslår/);
  });

  it.each([
    [
      'sv',
      [
        'Verksamheten drivs',
        'laglighetsprövning',
        'inom tre veckor',
        'anslagstavla',
        'ansöka igen',
      ],
    ],
    [
      'en',
      [
        'Verksamheten drivs',
        'legality review',
        'within three weeks',
        'notice board',
        'apply again',
      ],
    ],
  ] as const)('gives a refusal reasons and every way on (%s)', (language, wanted) => {
    const text = printed(aDecision(language, 'refuse'));
    for (const words of wanted) expect(text).toContain(words);
    expect(text).toContain('samverkan@sodertalje.example');
  });

  it('names who decided, when, and that it was delegated', () => {
    const text = printed(aDecision('sv', 'refuse'));
    expect(text).toContain('Sara Ek, på delegation');
    expect(text).toContain('20 mars 2027');
  });
});

describe('the agreement', () => {
  it.each(languages)('is whole (%s)', (language) => {
    const agreement = sodertaljeAgreement.texts[language];
    const content = anAgreement(language);
    const texts = content.blocks.flatMap((block) =>
      block.kind === 'list' ? block.items : block.kind === 'paragraph' ? [block.text] : [],
    );
    const commitments = agreement.principles.flatMap((principle) =>
      principle.commitments.map(({ text }) => text),
    );
    expect(commitments).toHaveLength(35);
    for (const text of [
      ...agreement.introduction,
      ...agreement.accession,
      ...agreement.principles.map(({ text }) => text),
      ...commitments,
      ...agreement.developmentAreas.map(({ text }) => text),
    ]) {
      expect(texts.filter((each) => each === text)).toHaveLength(1);
    }
  });

  it('is marked as a translation in every language but Swedish', () => {
    const notices = (content: DocumentContent) =>
      content.blocks.filter(({ kind }) => kind === 'notice');
    expect(notices(anAgreement('sv'))).toHaveLength(0);
    expect(JSON.stringify(notices(anAgreement('en')))).toContain('This is a translation.');
  });
});

describe('the signed agreement', () => {
  it('begins with the agreement and ends with what is known about the signature', () => {
    const { blocks } = aSignedAgreement();
    const whole = JSON.stringify(blocks);
    const text = JSON.stringify(blocks.slice(blocks.findIndex(({ kind }) => kind === 'pageBreak')));
    expect(whole).toContain(JSON.stringify(anAgreement('sv').blocks).slice(1, -1));
    expect(text).toContain('personlig länk');
    expect(text).toContain('20 mars 2027 kl. 09.00');
    expect(text).toContain('25 mars 2027 kl. 18.05');
  });

  it('names each fingerprint for what it is of', () => {
    const facts = aSignedAgreement().blocks.flatMap((block) =>
      block.kind === 'facts' ? block.rows : [],
    );
    expect(facts.slice(-3)).toEqual([
      { label: 'Pdf-filen som visades (SHA-256)', value: signature.agreementDocumentSha256 },
      { label: 'Den svenska texten (SHA-256)', value: agreementFingerprint },
      { label: 'Svaret som lämnades (SHA-256)', value: signature.answerSha256 },
    ]);
  });

  it('is told from the unsigned one by its title, and says which text was signed', () => {
    const { title, blocks } = aSignedAgreement();
    expect(title).toBe('Underskriven överenskommelse');
    expect(title).not.toBe(anAgreement('sv').title);
    expect(blocks[0]).toMatchObject({
      kind: 'facts',
      rows: [{ label: 'Text', value: anAgreement('sv').title }, {}, {}, {}],
    });
  });

  it('shows who signed and whom the link was for, even when they differ', () => {
    const text = printed(aSignedAgreement());
    expect(text).toContain('"Underskriven av","value":"Per Å. Åkerman"');
    expect(text).toContain('"Länken gällde","value":"Per Åkerman"');
  });

  it('leaves out what is not known', () => {
    const { party, signedName, signedRole, signedAt, assigneeName, ...rest } = signature;
    const { identifiedBy, agreementDocumentSha256, answerSha256 } = rest;
    const known = { party, signedName, signedRole, signedAt, assigneeName };
    const text = printed(
      aSignedAgreement({
        signatures: [{ ...known, identifiedBy, agreementDocumentSha256, answerSha256 }],
      }),
    );
    expect(text).not.toContain('Länken skickades');
  });
});

describe('the confirmation', () => {
  it('is addressed, says since when, what happens and where the register is', () => {
    const content = aConfirmation('sv');
    expect(content.recipient).toEqual(['Föreningen Öppna dörren', 'Amina Lindqvist']);
    expect(printed(content)).toContain('sedan den 25 mars 2027');
    expect(printed(content)).toContain('dialogforum');
    expect(content.blocks).toContainEqual({
      kind: 'link',
      url: 'https://samverkan.sodertalje.example/sodertalje/register',
    });
  });

  it('speaks of another municipality in its own words', () => {
    const content = composeConfirmation({
      municipality: ekero,
      language: 'sv',
      number: 'KS26/3',
      createdAt: '2027-03-12T13:32:00.000Z',
      organisationName: 'Bygdegården',
      accededOn: '2027-03-12',
      coordinatorName: 'Bo Ek',
      registerUrl: 'https://samverkan.ekero.example/ekero/register',
    });
    expect(content.footer).toBe('Ekerö kommun · KS26/3');
    expect(content.title).toBe('Välkommen till policyn för samverkan med civilsamhället');
    expect(JSON.stringify(content)).not.toContain('Södertälje');
  });
});

suiteNeeding('poppler')('the PDFs of the real documents', () => {
  it.each(everyDocument)('%s prints every block', async (_, content) => {
    const structure = structureOf(await renderPdf(content)).replace(/\s+|"/g, '');
    const texts = content.blocks.flatMap((block) => {
      switch (block.kind) {
        case 'facts':
          return block.rows.flatMap(({ label, value }) => [label, value]);
        case 'list':
          return block.items;
        case 'heading':
        case 'paragraph':
        case 'notice':
          return [block.text];
        default:
          return [];
      }
    });
    expect(texts.length).toBeGreaterThan(4);
    for (const text of texts) expect(structure).toContain(text.replace(/\s+|"/g, ''));
  });

  it('carry what they are made from, for machines', async () => {
    expect(attachedJson(await renderPdf(anApplicationDocument('sv')))).toEqual({
      number: 'KFN 26/114',
      receivedAt: '2027-03-12T13:32:00.000Z',
      form: { id: 'accession-application', version: 1 },
      answers,
    });
    expect(attachedJson(await renderPdf(aSignedAgreement()))).toMatchObject({
      agreement: { title: sodertaljeAgreement.texts.sv.title, fingerprint: agreementFingerprint },
      signatures: [signature],
    });
    const agreement = sodertaljeAgreement.texts.en;
    expect(attachedJson(await renderPdf(anAgreement('en')))).toMatchObject({ agreement });
  });
});

it('writes a version that is not in force yet with both its dates', () => {
  const content = composeAgreement({
    municipality: ekero,
    language: 'sv',
    agreement: sodertaljeAgreement.texts.sv,
    version: 2,
    adoptedOn: '2027-06-14',
    effectiveFrom: '2027-09-01',
    createdAt: '2027-06-15T08:00:00.000Z',
  });
  expect(content.reference.map(({ value }) => value)).toEqual([
    '2',
    '14 juni 2027',
    '1 september 2027',
  ]);
});

describe('an extract from the minutes', () => {
  const headings = (content: DocumentContent) =>
    content.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

  it('has its parts in the order of minutes, and a draft says that it is one', () => {
    const draft = anExtract('sv');
    expect(headings(draft)).toEqual([
      'Sammanfattning av ärendet',
      'Beslutsunderlag',
      'Jäv',
      'Yrkanden',
      'Propositionsordning',
      'Votering',
      'Kultur- och fritidsnämndens beslut',
      'Skäl för återremissen',
      'Reservation',
      'Ada Ask (A)',
      'Beslutet skickas till',
      'Tjänstgörande',
      'Justering, anslag och bestyrkande',
    ]);
    expect(printed(draft)).toContain('Utkast till protokollsutdrag');
    expect(printed(draft)).toContain('2 av 4 tjänstgörande röstade för återremiss');
    expect(printed(draft)).toContain('Inte bestyrkt');
    expect(draft.title).toBe('§ 71 Samverkan mellan idéburen sektor och kommunen');
  });

  it('is no draft once it is certified, and says who did it and when', () => {
    const content = anExtract('sv', {
      ...{ adjustedOn: '2018-06-20', announcedOn: '2018-06-21' },
      certified: { by: 'Sara Ek', on: '2018-06-25' },
    });
    expect(printed(content)).not.toContain('Utkast');
    expect(printed(content)).toContain('Sara Ek, 25 juni 2018');
    expect(printed(content)).toContain('21 juni 2018');
  });
});

describe('an official report', () => {
  it('begins with what the body is proposed, and a later version says so', () => {
    expect(anOfficialReport('sv').blocks[0]).toMatchObject({
      kind: 'heading',
      text: 'Förslag till beslut i Kultur- och fritidsnämnden',
    });
    expect(printed(anOfficialReport('sv', 2))).toContain('version 2');
  });
});
