import {
  composeAgreement,
  composeApplication,
  composeClosing,
  composeCompletionRequest,
  composeConfirmation,
  composeDecision,
  composePartyChange,
  composePostedLetter,
  composeSignedAgreement,
} from '../../activities/documents/compose';
import {
  composeExtract,
  type ExtractInput,
} from '../../activities/documents/compose/compose-extract';
import { composeOfficialReport } from '../../activities/documents/compose/compose-official-report';
import type { Block, DocumentContent } from '../../activities/documents/content';
import { sodertaljeAgreement } from '../../config/municipalities/sodertalje/agreement';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { endings, type Ending } from '../../domain/asking/stand';
import { followUpForm } from '../../domain/follow-up/form';
import { standardQuestions } from '../../domain/follow-up/questions';
import { accessionApplication } from '../../domain/forms/definitions/accession-application';
import { partyChange } from '../../domain/forms/definitions/party-change';
import type { Answers } from '../../domain/forms/types';
import { languages, type Language } from '../../domain/language';
import { partyChanges, type PartyChange } from '../../domain/party';
import { aConversation } from './conversation';
import { anAgreementDraft, aSurveyCompilation } from './first-agreement';
import { aFollowUpReport } from './follow-up-report';
import {
  aClosingStatement,
  anAppropriationAnswer,
  aStatement,
  aTransferOrder,
} from './money-documents';

export const sentence =
  'Föreningar och kommun möts i en öppen dialog om det som är viktigt för dem som bor här. ';

export const answers: Answers = {
  organisationName: 'Föreningen Öppna dörren',
  legalForm: 'nonProfitAssociation',
  hasNumber: 'yes',
  organisationNumber: '802002-4280',
  coordinatorName: 'Amina Lindqvist',
  coordinatorEmail: 'amina@oppnadorren.example',
  signatoryName: 'Per Åkerman',
  signatoryEmail: 'per@oppnadorren.example',
  contribution: 'Läxhjälp, schack och en mötesplats i Geneta.',
};

const { texts, ...version } = sodertaljeAgreement;
const about = {
  municipality: sodertalje,
  number: 'KFN 26/114',
  createdAt: '2027-03-12T13:32:00.000Z',
};
const application = { ...about, form: accessionApplication, answers };
const organisationName = 'Föreningen Öppna dörren';

export function anApplicationDocument(language: Language, own: Answers = {}): DocumentContent {
  return composeApplication({
    ...application,
    answers: { ...answers, ...own },
    language,
    receivedAt: '2027-03-12T13:32:00.000Z',
  });
}

export function aDecision(
  language: Language,
  outcome: 'approve' | 'refuse',
  reasons = 'Verksamheten drivs för att ge ägarna vinst.',
): DocumentContent {
  return composeDecision({
    ...application,
    language,
    outcome,
    adverse: outcome === 'refuse',
    ...(outcome === 'refuse' && { reasons }),
    organisationName,
    deciderName: 'Sara Ek',
    decidedAt: '2027-03-20T08:00:00.000Z',
  });
}

export function anAgreement(language: Language): DocumentContent {
  return composeAgreement({ ...about, ...version, language, agreement: texts[language] });
}

export const signature = {
  party: 'organisation',
  signedName: 'Per Å. Åkerman',
  signedRole: 'Ordförande',
  signedAt: '2027-03-25T17:05:00.000Z',
  assigneeName: 'Per Åkerman',
  linkSentAt: '2027-03-20T08:00:10.000Z',
  identifiedBy: 'mailbox',
  agreementDocumentSha256: 'a3f5'.repeat(16),
  answerSha256: '09be'.repeat(16),
} as const;

export const agreementFingerprint = '5c1d'.repeat(16);

export function aSignedAgreement(
  own: Partial<Parameters<typeof composeSignedAgreement>[0]> = {},
): DocumentContent {
  return composeSignedAgreement({
    ...about,
    ...version,
    language: 'sv',
    agreement: texts.sv,
    organisationName,
    organisationNumber: '802002-4280',
    agreementFingerprint,
    signatures: [signature],
    ...own,
  });
}

export function aConfirmation(language: Language): DocumentContent {
  return composeConfirmation({
    ...about,
    language,
    organisationName,
    accededOn: '2027-03-25',
    coordinatorName: 'Amina Lindqvist',
    registerUrl: 'https://samverkan.sodertalje.example/sodertalje/register',
  });
}

export function aPostedLetter(language: Language): DocumentContent {
  return composePostedLetter({
    ...about,
    language,
    recipient: ['Åsa Öberg', 'c/o Mälarens Simsällskap', 'Strandgatan 4 B', '151 00 Södertälje'],
    title: 'Svara på frågor senast 12 mars: ansökan från Mälarens Simsällskap, KFN 26/114',
    paragraphs: ['Hej Åsa Öberg!', sentence.repeat(3), sentence.repeat(2)],
    signature: ['Södertälje kommun', 'Kultur- och fritidskontoret'],
    enclosures: ['Frågor om ansökan (KFN 26/114-2)'],
  });
}

/** The same with the follow-up's questions, to be answered with a pen. */
export function aFormOnPaper(language: Language): DocumentContent {
  const form = followUpForm('organisation', { texts, ...version }, standardQuestions);
  return composePostedLetter({
    ...about,
    language,
    recipient: ['Åsa Öberg', 'Strandgatan 4 B', '151 00 Södertälje'],
    title: 'Svara senast 12 april: hur fungerar samverkan? KFN 26/114',
    paragraphs: ['Hej Åsa Öberg!', sentence.repeat(3), sentence.repeat(2)],
    signature: ['Södertälje kommun', 'Kultur- och fritidskontoret'],
    enclosures: [],
    form: { form, respondent: 'Mälarens Simsällskap', deadline: '2027-04-12' },
  });
}

export function aCompletionRequest(language: Language): DocumentContent {
  return composeCompletionRequest({
    ...about,
    language,
    organisationName,
    questions: [
      { fieldId: 'contribution', label: 'Vad bidrar ni med?', question: sentence.repeat(2) },
      { fieldId: null, label: null, question: 'När bildades föreningen?' },
    ],
    deadline: '2027-04-12',
  });
}

export function aClosing(language: Language, ending: Ending): DocumentContent {
  return composeClosing({
    ...about,
    language,
    organisationName,
    ending,
    reasons: sentence.repeat(2),
    closedAt: '2027-04-12T13:32:00.000Z',
  });
}

export function aPartyChange(language: Language, change: PartyChange): DocumentContent {
  return composePartyChange({
    ...about,
    language,
    process: 'partyChange',
    organisationName,
    change,
    mergedInto: 'Storföreningen Mötesplatsen',
    form: partyChange,
    answers: {
      organisationName,
      organisationNumber: '802002-4280',
      change,
      ...(change === 'coordinator' && {
        newCoordinatorName: 'Eva Kvist',
        newCoordinatorEmail: 'eva@oppnadorren.example',
        publishContact: 'yes',
      }),
      senderName: 'Amina Lindqvist',
      senderEmail: 'amina@oppnadorren.example',
    },
    confirmations: [
      { name: 'Per Åkerman', role: 'Ordförande', at: '2027-03-25T17:05:00.000Z', onPaper: false },
      { name: 'Li Berg', role: 'Kassör', at: '2027-03-26T07:05:00.000Z', onPaper: true },
    ],
  });
}

export const matterReport = {
  title: 'Samverkan mellan idéburen sektor och kommunen',
  summary: sentence.repeat(4),
  matter: `${sentence.repeat(6)}\n\n${sentence.repeat(3)}`,
  consequences: 'Kostnaden är 43 000 kronor 2018, 86 000 kronor 2019 och 43 000 kronor 2020.',
  basis: 'Tjänsteskrivelse, 2018-05-24\nBilaga 1: Överenskommelsen, 2018-05-24',
  recipients: 'Akten\nKommunstyrelsens kontor\nKultur- och fritidskontoret',
};

const committee = 'Kultur- och fritidsnämnden';

export function anOfficialReport(language: Language, version = 1): DocumentContent {
  return composeOfficialReport({
    ...about,
    ...{ language, version, committee, number: 'KFN 18/058' },
    report: { ...matterReport, proposal: 'Nämnden tillstyrker överenskommelsen.' },
  });
}

/** An extract with everything that minutes can say. */
export function anExtract(language: Language, own: Partial<ExtractInput> = {}): DocumentContent {
  return composeExtract({
    ...about,
    ...{ language, committee, number: 'KFN 18/058', paragraph: '71', meetingOn: '2018-06-19' },
    report: matterReport,
    corrects: false,
    decision: {
      outcome: 'referBackByThird',
      serving: [
        { name: 'Ada Ask', party: 'A', seat: 'chair' },
        { name: 'Bo Björk', seat: 'viceChair' },
        { name: 'Cia Ceder', party: 'C', seat: 'member' },
        { name: 'Dag Dahl', party: 'C', seat: 'substitute' },
      ],
      conflicts: [{ name: 'Eva Ek', why: 'är ordförande i en förening' }, { name: 'Finn Falk' }],
      floorProposals: [
        { name: 'Ada Ask (A)', proposal: 'bifall till kontorets förslag.' },
        { name: 'Cia Ceder (C)', proposal: 'återremiss.' },
      ],
      questions: 'Ordföranden frågar först om ärendet ska avgöras i dag.',
      votes: [{ question: 'Ska ärendet avgöras i dag?', yes: '2', no: '2', abstained: '0' }],
      referralVotes: '2',
      referralReasons: 'Kostnaden ska räknas om.',
      wording: 'Ärendet återremitteras.',
      reservations: [{ name: 'Ada Ask (A)', text: 'Ärendet kunde ha avgjorts.' }],
      recipients: matterReport.recipients,
    },
    ...own,
  });
}

const certified = {
  ...{ adjustedOn: '2018-06-20', announcedOn: '2018-06-21', corrects: true },
  certified: { by: 'Registrator Sara Ek', on: '2018-06-25' },
};

/** Every kind of document in every language it exists in. */
export const everyDocument: readonly (readonly [string, DocumentContent])[] = [
  ...languages.flatMap(
    (language) =>
      [
        [`application ${language}`, anApplicationDocument(language)],
        [`approval ${language}`, aDecision(language, 'approve')],
        [`refusal ${language}`, aDecision(language, 'refuse')],
        [`agreement ${language}`, anAgreement(language)],
        [`confirmation ${language}`, aConfirmation(language)],
        [`posted letter ${language}`, aPostedLetter(language)],
        [`form on paper ${language}`, aFormOnPaper(language)],
        [`completion request ${language}`, aCompletionRequest(language)],
        [`official report ${language}`, anOfficialReport(language)],
        [`official report anew ${language}`, anOfficialReport(language, 2)],
        [`extract ${language}`, anExtract(language)],
        [`certified extract ${language}`, anExtract(language, certified)],
        [`transfer order ${language}`, aTransferOrder(language)],
        [`appropriation answer ${language}`, anAppropriationAnswer(language)],
        [`statement ${language}`, aStatement(language)],
        [`follow-up report ${language}`, aFollowUpReport(language)],
        [`closing statement ${language}`, aClosingStatement(language)],
        [`conversation ${language}`, aConversation(language)],
        [`survey ${language}`, aSurveyCompilation(language)],
        [`agreement draft ${language}`, anAgreementDraft(language)],
        ...endings.map((ending) => [`${ending} ${language}`, aClosing(language, ending)] as const),
        ...partyChanges.map(
          (change) => [`${change} ${language}`, aPartyChange(language, change)] as const,
        ),
      ] as const,
  ),
  ['signed agreement sv', aSignedAgreement()],
];

/** A document of the given blocks, for what the real ones do not have. */
export function aDocument(
  blocks: readonly Block[],
  own: Partial<DocumentContent> = {},
): DocumentContent {
  return {
    language: 'sv',
    title: 'Provdokument',
    letterhead: { municipality: 'Provköpings kommun', office: 'Kontoret', contact: 'Kontakten' },
    reference: [{ label: 'Diarienummer', value: 'KS 26/1' }],
    footer: 'Provköpings kommun · KS 26/1',
    pageLabel: 'Sida {{page}} av {{pages}}',
    placeholderNote: 'Tecken saknas.',
    createdAt: '2027-03-12T13:32:00.000Z',
    blocks,
    ...own,
  };
}

/** Blocks with everything a person could write or paste. */
export const hostileBlocks: readonly Block[] = [
  { kind: 'paragraph', text: sentence.repeat(600).slice(0, 50_000) },
  { kind: 'heading', level: 3, text: 'En rubrik som hoppar över en nivå 🎉' },
  {
    kind: 'facts',
    rows: [
      { label: 'Ord utan slut', value: 'x'.repeat(50_000) },
      { label: 'W'.repeat(300), value: 'a'.repeat(300) },
      { label: 'Tomt', value: '' },
      { label: 'Emoji', value: 'Familjen 👨‍👩‍👧‍👦 på kalas 🎉🎉 ©️' },
      { label: 'Höger till vänster', value: '\u202eمرحبا بكم\u202c och שלום' },
      { label: 'Kinesiska', value: '社区 och 𝐟𝐞𝐭 text' },
      { label: 'Hindi', value: 'नमस्ते दुनिया' },
      { label: 'Zalgo', value: 'h̸̢̛e̶͖͋l̵̰̇l̷̜̈o̸ i̇' },
      { label: 'Grekiska, ryska, vietnamesiska', value: 'Ελληνικά Русский Tiếng Việt' },
      { label: 'Styrtecken', value: 'a\u0000b\u0007c\u0085d\u2028e\ufeff\ud800f\ufffeg' },
      { label: 'Märkord', value: '<b>&amp; "citat" \'apostrof\' ]]> {{page}} $t(frame.page)' },
    ],
  },
  {
    kind: 'table',
    header: ['Kolumn', 'Summa'],
    rows: [
      ['y'.repeat(3000), sentence.repeat(30)],
      ['', ''],
      ...Array.from({ length: 60 }, (_, i) => [`Rad ${i}`, `${i} 000`]),
    ],
  },
  { kind: 'list', items: Array.from({ length: 150 }, (_, i) => `punkt ${i}`) },
  { kind: 'notice', text: sentence.repeat(60) },
  { kind: 'link', url: 'javascript:alert(1)' },
  { kind: 'link', url: `https://exempel.example/${'sida/'.repeat(60)}å` },
  { kind: 'pageBreak' },
];
