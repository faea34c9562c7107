import { z } from 'zod';
import { fieldTypes, type FormDefinition } from '../forms/types';
import { committeeOutcomes } from '../committees/committee';
import { languages } from '../language';
import { linkedTaskKinds, taskOutcomes } from '../process';
import { giverCover } from './ledger';

/**
 * What travels between browser and server. The server's OpenAPI document and its validation, and
 * the page's types come from these. Instants are ISO 8601 in UTC, dates `YYYY-MM-DD`.
 * Texts meant for reading are in the language of the request's Accept-Language.
 */
const instant = z.iso.datetime();
const date = z.iso.date();
/** A day, or the year alone where no more is known. */
const dayOrYear = z.union([date, z.string().regex(/^\d{4}$/)]);
const language = z.enum(languages);

export const municipalityView = z.object({
  id: z.string(),
  name: z.string(),
  agreementName: z.string(),
  office: z.string(),
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string().optional() }),
  languages: z.array(language),
  defaultLanguage: language,
  /** Days an application that was not sent is kept after somebody last worked on it. */
  keepDraftDays: z.number().int(),
  /** Whether it has a newsletter to subscribe to. */
  newsletter: z.boolean(),
  /** Whether it holds dialogue forums that one can register for. */
  forums: z.boolean(),
  /** What one can begin beside acceding to the agreement. */
  processes: z.array(z.object({ address: z.string(), title: z.string() })),
});
export type MunicipalityView = z.infer<typeof municipalityView>;

export const agreementView = z.object({
  id: z.string(),
  /** Running number of the version, from 1. */
  version: z.number().int(),
  adoptedOn: dayOrYear,
  effectiveFrom: dayOrYear,
  /** SHA-256 of the Swedish text, the one that is signed. */
  fingerprint: z.string(),
  title: z.string(),
  introduction: z.array(z.string()),
  accession: z.array(z.string()),
  principles: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      commitments: z.array(
        z.object({
          id: z.string(),
          side: z.enum(['municipality', 'sector', 'both']),
          text: z.string(),
        }),
      ),
    }),
  ),
  developmentAreas: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
});
export type AgreementView = z.infer<typeof agreementView>;

/** `agreement: null` where the municipality has adopted none yet. */
export const agreementAnswer = z.object({ agreement: agreementView.nullable() });

export const partyView = z.object({
  organisationName: z.string(),
  organisationNumber: z.string().nullable(),
  accededOn: date,
  agreementVersion: z.number().int(),
  /** The coordinator, where the organisation has chosen that everybody may see who it is. */
  contact: z.object({ name: z.string(), email: z.string() }).nullable(),
});
export type PartyView = z.infer<typeof partyView>;
export const partiesAnswer = z.object({ parties: z.array(partyView) });
/** A part of a name, or of an organisation number in any style. The language is that of headings. */
export const registerQuery = z.object({
  search: z.string().max(200).optional(),
  language: language.optional(),
});

const texts = z.record(z.string(), z.string());
/** A field of a form; a group has fields of its own. */
const formField = z.object({
  id: z.string(),
  type: z.enum(fieldTypes),
  required: z.boolean(),
  maxLength: z.number().int().optional(),
  options: z.array(z.string()).optional(),
  under: z.string().optional(),
  min: z.number().int().optional(),
  max: z.number().int().optional(),
  showWhen: z.object({ field: z.string(), in: z.array(z.string()) }).optional(),
  insteadOf: z.string().optional(),
  differsFrom: z.string().optional(),
  years: z.number().int().optional(),
  control: z.literal(true).optional(),
  fixed: z.literal(true).optional(),
  autocomplete: z.string().optional(),
});
/** A form definition as `domain/forms/types.ts` describes it. */
export const formView = z.object({
  id: z.string(),
  version: z.number().int(),
  pages: z.array(
    z.object({
      id: z.string(),
      fields: z.array(formField.extend({ fields: z.array(formField).optional() })),
    }),
  ),
  texts: z.object({ sv: texts, en: texts }),
  bindings: z.record(z.string(), z.string()),
  paper: z.literal(true).optional(),
  retentionYears: z.number().int(),
});

/** Texts of the page, by file and key, in place of those it has. */
export const pageWording = z.object({
  ui: z.record(z.string(), z.unknown()),
  common: z.record(z.string(), z.unknown()),
});
export type PageWording = z.infer<typeof pageWording>;

export const processView = z.object({
  /** What stands for it in addresses. */
  address: z.string(),
  title: z.string(),
  form: formView,
  wording: pageWording.nullable(),
});
export type ProcessView = Omit<z.infer<typeof processView>, 'form'> & { form: FormDefinition };

const typedAnswers = z.record(z.string(), z.unknown());

export const draftRequest = z.object({
  formId: z.string().max(100),
  formVersion: z.number().int(),
  answers: typedAnswers,
});
export type DraftRequest = z.infer<typeof draftRequest>;

/** `revision` is the one that was changed; another one in the record means that somebody else saved. */
export const draftChange = z.object({ revision: z.number().int(), answers: typedAnswers });
export type DraftChange = z.infer<typeof draftChange>;

export const draftLinkRequest = z.object({ email: z.string().max(254) });

/** An application that has not been sent. */
export const draftView = z.object({
  id: z.uuid(),
  /** The address of the process that it begins. */
  process: z.string(),
  formId: z.string(),
  formVersion: z.number().int(),
  revision: z.number().int(),
  savedAt: instant,
  /** The last day it is kept, unless somebody changes it before. */
  keptUntil: date,
  /** What became of the last link that was asked for. */
  link: z.enum(['none', 'asked', 'sent', 'failed']),
  answers: typedAnswers,
});
export type DraftView = z.infer<typeof draftView>;

export const applicationRequest = z.object({
  /** Made by the browser once per application; the same key again gives the same receipt. */
  submissionKey: z.uuid(),
  formId: z.string().max(100),
  formVersion: z.number().int(),
  answers: typedAnswers,
});
export type ApplicationRequest = z.infer<typeof applicationRequest>;

export const receiptView = z.object({
  caseId: z.uuid(),
  number: z.string(),
  receivedAt: instant,
  /** For the fragment of the status page's address; shown once, only its hash is kept. */
  statusToken: z.string(),
});
export type ReceiptView = z.infer<typeof receiptView>;

export const linkExchangeRequest = z.object({ token: z.string().max(200) });
/** What the link opens, and the language its reader was written to in. The session cookie comes with the answer. */
export const linkTarget = z.object({
  /** `part` is a task whose form others fill in together with whoever sends it. */
  kind: z.enum(['task', 'part', 'case', 'draft']),
  id: z.uuid(),
  language,
});
export type LinkTarget = z.infer<typeof linkTarget>;

/** New links go to the address that the case has on record, and only there; the answer is always 202. */
export const linkRequest = z.object({ number: z.string().max(60), email: z.string().max(254) });
export type LinkRequest = z.infer<typeof linkRequest>;

export const documentLink = z.object({
  id: z.uuid(),
  title: z.string(),
  language,
  createdAt: instant,
  sha256: z.string(),
  bytes: z.number().int(),
});
export type DocumentLink = z.infer<typeof documentLink>;

/** A file that an answer names; its SHA-256 says which content it is. */
export const fileAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  size: z.number().int(),
  sha256: z.string(),
});

export const summarySection = z.object({
  pageId: z.string(),
  title: z.string(),
  rows: z.array(
    z.object({
      fieldId: z.string(),
      label: z.string(),
      value: z.string().optional(),
      files: z.array(fileAnswer).readonly().optional(),
      /** Amounts in whole kronor: the last row and the last column are the sums. */
      table: z
        .object({ header: z.array(z.string()), rows: z.array(z.array(z.string())) })
        .optional(),
    }),
  ),
});

/** What somebody who was asked for an opinion has said. */
export const opinionView = z.object({
  name: z.string(),
  outcome: z.enum(['support', 'oppose', 'answered', 'approve', 'return']),
  comment: z.string().nullable(),
  at: instant,
  /** It came when the group had already said enough, and is added to that. */
  late: z.boolean(),
});
export type OpinionView = z.infer<typeof opinionView>;

/** What was answered, when, and the SHA-256 of the stored answer. */
const givenAnswer = z.object({
  at: instant,
  outcome: z.enum(taskOutcomes),
  sections: z.array(summarySection),
  fingerprint: z.string(),
});

/** What a committee has decided about a matter, for those who go on with it. */
export const bodyDecision = z.object({
  name: z.string(),
  number: z.string(),
  meetingOn: date,
  paragraph: z.string(),
  outcome: z.enum(committeeOutcomes),
  wording: z.string(),
  /** Why the matter was referred back; null otherwise. */
  reasons: z.string().nullable(),
});
export type BodyDecision = z.infer<typeof bodyDecision>;

export const conversationView = z.object({
  theme: z.string(),
  asker: z.string(),
  messages: z.array(
    z.object({
      from: z.enum(['asker', 'municipality']),
      /** Who answers for the municipality, as they have named themselves. */
      by: z.string().nullable(),
      at: instant,
      text: z.string(),
    }),
  ),
});
export type ConversationView = z.infer<typeof conversationView>;

/** What has been written in a form before it is sent; `revision` is 0 while nothing has. */
export const sharedDraft = z.object({
  answers: typedAnswers,
  revision: z.number().int(),
  changedAt: instant.nullable(),
});
export type SharedDraft = z.infer<typeof sharedDraft>;

/** What somebody has done to fields: what they saw in each, and what they left there; null is nothing. */
export const sharedDraftChange = z.object({
  changes: z.record(z.string().max(200), z.object({ was: z.unknown(), now: z.unknown() })),
});
export type SharedDraftChange = z.infer<typeof sharedDraftChange>;

/** The draft after a change; `conflicts` are fields that held something else, with what they hold. */
export const savedSharedDraft = sharedDraft.extend({ conflicts: typedAnswers });
export type SavedSharedDraft = z.infer<typeof savedSharedDraft>;

/** The address that lets somebody fill in a part, for whoever sends the form to pass on. */
export const partLink = z.object({ url: z.string() });

export const taskView = z.object({
  id: z.uuid(),
  wording: pageWording.nullable(),
  kind: z.enum(linkedTaskKinds),
  state: z.enum(['open', 'answered', 'closed', 'passedOn']),
  number: z.string(),
  organisationName: z.string(),
  /** Whom the link was mailed to; the name the evidence will carry. */
  assigneeName: z.string(),
  openedAt: instant,
  deadline: date,
  overdue: z.boolean(),
  /** Enough others have answered; what is said now is added while nobody has decided. */
  late: z.boolean(),
  /** What the answers are compiled in has been put forward without this one: it is kept, and marked. */
  afterwards: z.boolean(),
  form: formView,
  application: z.array(summarySection),
  /** The exact version to sign; only for `sign` and `countersign`. Swedish is signed, other languages are translations. */
  agreement: agreementView.nullable(),
  /** What the group has said; only for whoever decides after it. */
  /** What the same respondent answered last time, by field; only where many are asked. */
  previous: z.object({ year: z.number().int(), answers: typedAnswers }).nullable(),
  opinions: z.array(opinionView),
  /** What has been written about the matter, oldest first; only in a dialogue. */
  conversation: conversationView.nullable(),
  documents: z.array(documentLink),
  /** SHA-256 of the PDF the assignee is shown and, when signed, the one its evidence names. */
  shownDocumentSha256: z.string().nullable(),
  /** Colleagues who may be asked instead; empty where the question cannot be passed on. */
  standIns: z.array(z.object({ name: z.string(), email: z.string() })),
  /** Where the code goes that must be sent with the answer; null where none is asked for. */
  code: z.object({ to: z.string() }).nullable(),
  /** What to change in one's own application: the questions, and what is in it now; only for `complete` and `adjust`. */
  completion: z
    .object({
      questions: z.array(
        z.object({
          fieldId: z.string().nullable(),
          label: z.string().nullable(),
          question: z.string(),
        }),
      ),
      /** What committees have decided that it is to be changed by; empty for `complete`. */
      decisions: z.array(bodyDecision),
      answers: typedAnswers,
      /** What those have who may give the money, by committee; empty where it is about none. */
      covers: z.record(z.string(), giverCover),
    })
    .nullable(),
  /** What several people have written in it so far; null where the form is one person's, or not open. */
  draft: sharedDraft.nullable(),
  /** Whether the reader fills in together with whoever was asked, and does not send. */
  part: z.boolean(),
  /** Whether the reader can name another coordinator of the party, or has and its signatories are asked; else null. */
  newCoordinator: z.enum(['offered', 'waiting']).nullable(),
  /** Present once answered. */
  answer: givenAnswer.nullable(),
});
export type TaskView = z.infer<typeof taskView>;

/** What an answer changes about its task: the reader has the rest. */
export const answerReceipt = z.object({
  id: z.uuid(),
  state: z.literal('answered'),
  late: z.literal(false),
  afterwards: z.boolean(),
  /** As the answer may have changed it. */
  organisationName: z.string(),
  answer: givenAnswer,
});
export type AnswerReceipt = z.infer<typeof answerReceipt>;

export const answerRequest = z.object({
  answers: typedAnswers,
  /** The mailed code, where the task asks for one. */
  code: z.string().max(40).optional(),
  /** The shared draft that the sender has read; refused with `draft.changed` where others have written since. */
  draftRevision: z.number().int().optional(),
});
export type AnswerRequest = z.infer<typeof answerRequest>;

/** Whom the old coordinator of a party names; checked as the form for changes checks it. */
export const newCoordinatorRequest = z.object({
  newCoordinatorName: z.string().max(1_000),
  newCoordinatorEmail: z.string().max(1_000),
});
export type NewCoordinatorRequest = z.infer<typeof newCoordinatorRequest>;
export const newCoordinatorNamed = z.object({ number: z.string() });

/** Why, in the person's own words; kept with the case. */
const reason = z.string().trim().min(1).max(2_000);
const task = z.uuid();
/** What an official does to a case, and why. `deadline` is the new last day. */
export const interventionRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('extend'), task, deadline: date, reason }),
  z.object({
    kind: z.literal('reassign'),
    task,
    name: z.string().trim().min(1).max(200),
    email: z.email().max(254),
    language: language.optional(),
    reason,
  }),
  z.object({ kind: z.literal('resend'), task, reason }),
  z.object({ kind: z.literal('moveClosing'), deadline: date, reason }),
  z.object({
    kind: z.literal('invite'),
    name: z.string().trim().min(1).max(120),
    email: z.union([z.email().max(254), z.literal('')]),
    /** Where letters go by post; used where there is no e-mail address. */
    postal: z.string().trim().max(300).default(''),
    language,
    reason,
  }),
  z.object({ kind: z.enum(['pause', 'resume', 'cancel', 'withdraw', 'retry']), reason }),
]);
export type InterventionRequest = z.infer<typeof interventionRequest>;
export const withdrawalRequest = z.object({ reason: z.string().trim().max(2_000) });
/** A question to a person of the municipality. */
export const personRequest = z.object({
  question: z.string().trim().min(1).max(2_000),
  phone: z.string().trim().max(40),
});
export type PersonRequest = z.infer<typeof personRequest>;
export const publicationRequest = z.object({ published: z.boolean() });
export const conflictRequest = z.object({ reason });
/** `to` is the address of one of the task's stand-ins. */
export const delegationRequest = z.object({ to: z.string().max(254), reason });

/** States of a case, the words are in `common.json` under `states`. */
export const caseStates = [
  'received',
  'reviewing',
  'awaitingCompletion',
  'awaitingSignature',
  'awaitingDecision',
  'awaitingReplies',
  'completed',
  'rejected',
  'closed',
] as const;
export type CaseState = (typeof caseStates)[number];

/** Events of a case's timeline; words under `events`. */
export const timelineEvents = [
  'received',
  'checkRequested',
  'forwarded',
  'consultRequested',
  'opinionGiven',
  'excused',
  'reviewRequested',
  'approved',
  'refused',
  'returned',
  'completionRequested',
  'completionReceived',
  'declined',
  'lapsed',
  'proceeded',
  'withdrawn',
  'cancelled',
  'paused',
  'resumed',
  'extended',
  'reassigned',
  'memberSucceeded',
  'memberLeft',
  'delegated',
  'conflict',
  'retried',
  'signatureRequested',
  'signed',
  'countersignatureRequested',
  'countersigned',
  'countersignatureDeclined',
  'completed',
  'reminded',
  'overdue',
  'linkReissued',
  'letterSent',
  'letterPosted',
  'recordAdded',
  'personAsked',
  'contactShown',
  'contactHidden',
  'letterFailed',
  'documentFiled',
  'circulated',
  'matterSent',
  'tabled',
  'referredBack',
  'committeeDecided',
  'minutesAdjusted',
  'adjusted',
  'noticePutUp',
  'noticeTakenDown',
  'noticePutUpAgain',
  'appealed',
  'stayed',
  'stayLifted',
  'annulled',
  'upheld',
  'restored',
  'certified',
  'final',
  'decisionCorrected',
  'eventCorrected',
  'answerCorrected',
  'takenUpAgain',
  'reportRenewed',
  'meetingMoved',
  'meetingGiven',
  'meetingMissing',
  'bodySucceeded',
  'bodyReturned',
  'circulationDecided',
  'circulationReferredBack',
  'transferReferredBack',
  'commissionGiven',
  'commissionAnswered',
  'commissionReported',
  'adjustRequested',
  'transferAdjusted',
  'verifyRequested',
  'transferVerified',
  'transferDecided',
  'yearPosted',
  'yearsDropped',
  'transferCompleted',
  'settlementBegun',
  'accountRequested',
  'accounted',
  'restRequested',
  'restDecided',
  'yearSettled',
  'yearReversed',
  'reversalUndone',
  'yearResettled',
  'accountCorrected',
  'restCorrected',
  'transferSettled',
  'appraiseRequested',
  'appraised',
  'collectionOpened',
  'followUpAnswered',
  'partLinkGiven',
  'partLinksEnded',
  'collectionClosed',
  'reportCompiled',
  'commentRequested',
  'commented',
  'reportReviewRequested',
  'reportApproved',
  'reportReturned',
  'reportFrozen',
  'reportPublished',
  'replyRequested',
  'replied',
  'dialogueAskedOn',
  'dialogueClosed',
  'dialogueLapsed',
  'closingMoved',
  'organisationInvited',
  'respondentLeft',
  'forumAnnounced',
  'forumChanged',
  'notesRequested',
  'notesWritten',
  'notesShared',
  'forumSignature',
  'registered',
  'planRequested',
  'planEvaluated',
  'planApproved',
  'planReturned',
  'planAdopted',
  'planReferredBack',
  'planRefused',
  'shortlistRequested',
  'shortlistWritten',
  'focusVoted',
  'focusApproved',
  'focusReturned',
  'focusTied',
  'tieBroken',
  'focusAreasChosen',
  'invited',
  'surveyPlanned',
  'surveyAnswered',
  'openAnswerGiven',
  'workshopsBegun',
  'workshopsClosed',
  'draftRequested',
  'draftWritten',
  'draftHandedOver',
  'newsletterRequested',
  'newsletterWritten',
  'newsletterDropped',
  'newsletterLapsed',
  'newsletterPublished',
] as const;
export type TimelineEvent = (typeof timelineEvents)[number];

export const caseView = z.object({
  id: z.uuid(),
  /** The address of its process. */
  process: z.string(),
  wording: pageWording.nullable(),
  number: z.string(),
  state: z.enum(caseStates),
  organisationName: z.string(),
  receivedAt: instant,
  /** Who the case waits for, since when and until when; null when it waits for nobody. */
  waitsFor: z
    .object({
      who: z.enum(['caseOfficer', 'coordinator', 'signatory', 'reviewer', 'countersigner']),
      since: instant,
      deadline: date,
      overdue: z.boolean(),
    })
    .nullable(),
  documents: z.array(documentLink),
  /** Days in which cases have usually left this state; null where the municipality says none. */
  usuallyWithinDays: z.number().int().nullable(),
  /** Whether the register shows the coordinator, or will; null in a process without a register. */
  contactPublished: z.boolean().nullable(),
  /** The address of the form by which the organisation reports a change; null where it cannot from here. */
  reportAddress: z.string().nullable(),
  /** What was asked from here, newest last. */
  questionsAskedAt: z.array(instant),
  /** What the applicant sent along. */
  files: z.array(fileAnswer),
  timeline: z.array(z.object({ at: instant, event: z.enum(timelineEvents) })),
});
export type CaseView = z.infer<typeof caseView>;

/** RFC 9457. `detail` is a sentence in the reader's language that says what to do. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** Field id to fault code, with `form.invalid`. */
  fields: z.record(z.string(), z.string()).optional(),
});
export type Problem = z.infer<typeof problem>;
