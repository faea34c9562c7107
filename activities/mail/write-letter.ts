import type { Case } from '../../database/repositories/case.repository';
import type { Letter } from '../../database/repositories/letter.repository';
import type { Task } from '../../database/repositories/task.repository';
import type { FormOnPaper } from '../documents/compose';
import { endOfDay } from '../../domain/calendar';
import { isShared, type Municipality } from '../../domain/municipality';
import { askTemplates } from '../../domain/asking/ask-templates';
import type { LetterTemplate, TaskKind } from '../../domain/process';
import { returnedLetter } from '../../domain/letters';
import { partyChange } from '../../domain/processes/party-change';
import * as letters from './letters';
import type { LetterContent, Opened, ReminderParameters, SigningParameters } from './letters';
import type { Announcement } from './forum-enclosures';
import type { NewsletterIssue } from './newsletter-reader';
import { askedAgain, type AskedBecause } from './letters/asked-again';
import { renderLetter } from './render-letter';
import type { Refusals } from './refusals';

/** What a planned letter is written from. */
export interface LetterSource {
  municipality: Municipality;
  letter: Letter;
  found: Case;
  /** The task the letter is about, where there is one. */
  task: Task | undefined;
  /** Who named the signatory; only with a task to sign. */
  coordinator: { name: string; email: string } | undefined;
  /** Who is being asked to sign; only with the letter that says so. */
  signatories: readonly Task[];
  /** Why the question comes again; only with the letter that asks for a decision. */
  because?: AskedBecause | undefined;
  /** What an applicant asks; only with the letter that passes it on. */
  question?: { question: string; phone: string | null } | undefined;
  /** Only with the letter that tells of others which did not arrive. */
  refusals?: Refusals | undefined;
  /** Only with a letter about a dialogue forum. */
  announcement?: Announcement | undefined;
  /** What must still be answered, part by part; only with a reminder of what several people fill in. */
  left?: readonly string[] | undefined;
  /** The areas that can be voted for; only with a letter on paper about a vote. */
  ballot?: readonly string[] | undefined;
  /** The questions to answer with a pen; only with a letter on paper that asks them. */
  form?: FormOnPaper | undefined;
  /** Who referred a matter back; only with the letter that says so. */
  referral?: letters.Referral | undefined;
  /** Which focus areas were chosen; only with the letter that says so. */
  chosen?: letters.ChosenAreas | undefined;
  /** Only with the letter that brings it to somebody who subscribes. */
  issue?: NewsletterIssue | undefined;
  /** Only with the letter that brings it. */
  code?: string | undefined;
  /** Several people read the mailbox it goes to, which is a group's member's. */
  sharedInGroup?: boolean;
  /** Where its button leads. */
  url: string;
  now: Date;
}

type Write = (parameters: ReminderParameters, source: LetterSource) => LetterContent;

/** Letters that need more than their texts. */
const composed: Record<letters.ComposedName, Write> & Partial<Record<letters.SimpleName, Write>> = {
  applicationReceived: letters.applicationReceived,
  reviewRequested: (parameters, { because }) =>
    askedAgain(letters.reviewRequested(parameters), parameters, because),
  reviewReminder: letters.reviewReminder,
  reviewOverdue: letters.reviewOverdue,
  applicationApproved: (parameters, { signatories }) =>
    letters.applicationApproved({
      ...parameters,
      deadline: signatories[0]?.deadline ?? '',
      signatories: signatories.map(({ assignee_name: name, assignee_email: email }) => ({
        name,
        email,
      })),
    }),
  applicationRefused: letters.applicationRefused,
  signatureRequested: (parameters, source) =>
    letters.signatureRequested(signing(parameters, source)),
  signatureReminder: (parameters, source) => letters.signatureReminder(signing(parameters, source)),
  signatureOverdue: (parameters, source) => letters.signatureOverdue(signing(parameters, source)),
  agreementSigned: (parameters, { letter }) =>
    letters.agreementSigned({
      ...parameters,
      recipientRole: signedAs(letter.letter_key),
    }),
  checkRequested: (parameters, { because }) =>
    askedAgain(letters.simpleLetter('checkRequested', parameters), parameters, because),
  oneTimeCode: (parameters, { code }) => {
    if (code === undefined) throw new Error('code.none');
    return letters.oneTimeCode({ ...parameters, code });
  },
  followUpAsked: (parameters, source) =>
    letters.followUpAsked({ ...parameters, named: namesNext(source) }),
  followUpReminder: (parameters, { left }) => letters.followUpReminder({ ...parameters, left }),
  forumInvitation: aboutForum(letters.forumInvitation),
  forumChanged: aboutForum(letters.forumChanged),
  forumReminder: aboutForum(letters.forumReminder),
  forumCancelled: aboutForum(letters.forumCancelled),
  forumRegistered: aboutForum(letters.forumRegistered),
  forumNotes: aboutForum(letters.forumNotes),
  voteFocusAsked: (parameters, source) =>
    letters.voteFocusAsked({
      ...parameters,
      ballot: source.ballot,
      named: namesNext(source),
    }),
  voteFocusReminder: (parameters, { ballot }) =>
    letters.voteFocusReminder({ ...parameters, ballot }),
  focusAreasChosen: (parameters, { chosen }) => {
    if (!chosen) throw new Error('focus.none');
    return letters.focusAreasChosen({ ...parameters, chosen });
  },
  committeeDecided: letters.extractSent('committeeDecided'),
  committeeCorrected: letters.extractSent('committeeCorrected'),
  extractRedated: letters.extractSent('extractRedated'),
  newsletterOverdue: letters.newsletterOverdue,
  newsletterLapsed: letters.newsletterLapsed,
  newsletter: (parameters, { issue }) => {
    if (!issue) throw new Error('newsletter.unknown');
    return letters.newsletter({ ...parameters, ...issue });
  },
  personAsked: (parameters, { question }) => {
    if (!question) throw new Error('question.missing');
    return letters.personAsked({ ...parameters, ...question });
  },
  letterRefused: (parameters, { letter, refusals }) => {
    if (!refusals) throw new Error('letter.notRefused');
    return letters.letterRefused({ ...parameters, ...toldAs(letter.letter_key), refusals });
  },
  circulationReferredBack: (parameters, { referral }) =>
    referral
      ? letters.circulationReferredBack({ ...parameters, referral })
      : // Its record has been corrected before the letter could go: nobody has referred it back.
        letters.simpleLetter('circulationEnded', parameters),
  newLink: (parameters, source) =>
    letters.newLink({ ...parameters, opens: opened(parameters, source) }),
};

function writerOf(template: LetterTemplate): Write {
  const write = composed[template];
  if (write) return write;
  // Whatever is not composed needs nothing but its texts.
  const name = template as letters.SimpleName;
  return (parameters) => letters.simpleLetter(name, parameters);
}

/** To whom and at which moment a letter tells of others that did not arrive, as its key says. */
function toldAs(key: string): Pick<letters.RefusedParameters, 'role' | 'moment'> {
  const [, role, moment] = key.split('/');
  return {
    role: role === 'caseOfficer' ? role : 'contactPoint',
    moment: moment === 'reminder' || moment === 'overdue' ? moment : 'ask',
  };
}

/** A letter that says when and where a forum is. */
function aboutForum(write: (parameters: letters.ForumParameters) => LetterContent): Write {
  return (parameters, { announcement }) => {
    if (!announcement) throw new Error('forum.none');
    return write({ ...parameters, forum: announcement.forum });
  };
}

/** Whose copy of the signed agreement a letter brings. */
function signedAs(key: string): 'coordinator' | 'signatory' | 'countersigner' {
  if (key.includes('countersigner')) return 'countersigner';
  return key.includes('signatory') ? 'signatory' : 'coordinator';
}

function signing<P extends ReminderParameters>(
  parameters: P,
  { coordinator, letter }: LetterSource,
): P & SigningParameters {
  if (!coordinator) throw new Error('role.unbound');
  return {
    ...parameters,
    coordinator,
    agreementAttached: letter.attachments.includes('agreement'),
  };
}

/** Whether the page behind the link takes the name of a party's next coordinator. */
function namesNext({ municipality, task }: LetterSource): boolean {
  const isReported = municipality.processes[partyChange.name]?.applicationForm !== undefined;
  return isReported && task?.assignee_role === 'partyCoordinator';
}

/** What the reader of a new link finds behind it, and is told once more if it waits for them. */
function opened(parameters: ReminderParameters, source: LetterSource): Opened {
  const { letter, task, now } = source;
  if (letter.link !== 'task' || !task) return { what: 'case' };
  if (task.state !== 'open') return { what: task.state === 'answered' ? 'answered' : 'closed' };
  const isLate = now > endOfDay(task.deadline);
  const template = askTemplates[task.kind as TaskKind][isLate ? 'overdue' : 'asked'];
  return { what: 'task', asked: writerOf(template)(parameters, source) };
}

/** Writes a planned letter: subject, HTML and text. */
export function writeLetter(source: LetterSource): ReturnType<typeof renderLetter> {
  return renderLetter(letterContent(source), source.municipality);
}

/** What a planned letter says, before it is a mail or a sheet of paper. */
export function letterContent(source: LetterSource): LetterContent {
  const { municipality, letter, found, task, url } = source;
  const write = writerOf(letter.template as LetterTemplate);
  const parameters: ReminderParameters = {
    process: found.process,
    municipality,
    language: letter.language,
    number: found.number,
    organisationName: found.organisation_name,
    recipient: {
      name: letter.recipient_name,
      email: letter.recipient_email,
      shared: isShared(municipality, letter.recipient_email) || source.sharedInGroup === true,
      byPost: letter.recipient_postal !== null,
    },
    url,
    link: letter.link,
    deadline: task?.deadline ?? '',
    ordinal: letter.ordinal,
  };
  const isReturned = letter.letter_key.includes(`/${returnedLetter}/`);
  return askedAgain(write(parameters, source), parameters, isReturned ? 'bodyReturned' : undefined);
}
