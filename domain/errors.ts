/**
 * Every refusal the product knows. A code travels through activities, HTTP and logs; only
 * `texts/{sv,en}.json` (key `errors.<code>`) turns it into a sentence, in the reader's language.
 */
export const errorStatuses = {
  'request.malformed': 400,
  'request.tooLarge': 413,
  'request.tooMany': 429,
  'form.invalid': 422,
  'form.unknown': 404,
  'form.outdated': 409,
  'process.unknown': 404,
  'link.unusable': 404,
  'session.missing': 401,
  'request.otherSite': 403,
  'official.signedOut': 401,
  'official.notAllowed': 403,
  'signIn.notConfigured': 503,
  'signIn.unavailable': 503,
  'signIn.failed': 401,
  'signIn.expired': 401,
  'signIn.withoutRole': 403,
  'municipality.unknown': 404,
  'page.unknown': 404,
  'case.unknown': 404,
  'case.secret': 403,
  'record.unknown': 404,
  'record.secret': 403,
  'number.malformed': 422,
  'number.unchanged': 409,
  'number.taken': 409,
  'arrival.future': 422,
  'secrecy.standing': 409,
  'secrecy.none': 409,
  'document.unknown': 404,
  'draft.changed': 409,
  'draft.sent': 409,
  'file.empty': 422,
  'file.tooLarge': 413,
  'file.type': 415,
  'file.mismatch': 415,
  'file.encrypted': 422,
  'file.interrupted': 400,
  'file.tooMany': 409,
  'file.tooMuch': 409,
  'agreement.none': 409,
  'organisation.hasOpenCase': 409,
  'organisation.isParty': 409,
  'organisation.notParty': 409,
  'party.hasOpenCase': 409,
  'party.tooManyReports': 409,
  'party.unknown': 404,
  'party.ended': 409,
  'task.alreadyAnswered': 409,
  'task.answeredBy': 409,
  'task.closed': 409,
  'task.unknown': 404,
  'task.notOnPaper': 409,
  'task.signInNeeded': 403,
  'task.ownRequest': 403,
  'committee.unknown': 404,
  'committee.ended': 409,
  'meeting.unknown': 404,
  'meeting.held': 409,
  'circulation.ended': 409,
  'decision.unknown': 404,
  'decision.notPossible': 409,
  'decision.beforeThat': 422,
  'decision.ahead': 422,
  'letter.unknown': 404,
  'delegated.none': 409,
  'letter.notToPost': 409,
  'letter.notPosted': 409,
  'letter.notRefused': 409,
  'code.missing': 422,
  'code.none': 409,
  'code.wrong': 422,
  'code.expired': 409,
  'code.spent': 409,
  'code.tooMany': 429,
  'code.notAsked': 409,
  'case.closed': 409,
  'case.decided': 409,
  'case.busy': 409,
  'case.paused': 409,
  'case.notPaused': 409,
  'task.notForOfficials': 409,
  'task.noSignature': 409,
  'signature.future': 422,
  'person.unknown': 422,
  'deadline.past': 422,
  'ledger.none': 409,
  'ledger.noAccount': 409,
  'ledger.yearNotDecided': 409,
  'ledger.notCovered': 409,
  'ledger.differentPosting': 409,
  'ledger.unknown': 404,
  'ledger.notReversible': 409,
  'ledger.alreadyReversed': 409,
  'budget.changed': 409,
  'budget.unchanged': 409,
  'budget.belowPosted': 409,
  'system.unavailable': 503,
  'system.unexpected': 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatuses;

/** Whether a code, perhaps from an address, is one of the ways in which signing in fails. */
export function isSignInFault(code: string): code is Extract<ErrorCode, `signIn.${string}`> {
  return code.startsWith('signIn.') && Object.hasOwn(errorStatuses, code);
}

/** A refusal with a code. `ids` may name cases, tasks or documents, never people. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    readonly ids: Readonly<Record<string, string>> = {},
    /** Faults of a form, by path; only with `form.invalid`. */
    readonly fields: Readonly<Record<string, string>> = {},
    /** What its sentence mentions, such as the name of a file. For the answer only, never for a log. */
    readonly values: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}
