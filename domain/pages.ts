/** Every address that has a page: the browser shows what is there, the server answers 404 to all others. */
export const pageAddresses = {
  municipalities: '/',
  home: '/:municipality',
  register: '/:municipality/parties',
  reports: '/:municipality/follow-up/:case?',
  forums: '/:municipality/forums/:case?',
  firstAgreement: '/:municipality/first-agreement/:case',
  newsletterConfirm: '/:municipality/newsletter/confirm',
  newsletterLeave: '/:municipality/newsletter/unsubscribe',
  newsletter: '/:municipality/newsletter/:case?',
  apply: '/:municipality/apply/:view?/:pageId?',
  begin: '/:municipality/begin/:process/:view?/:pageId?',
  draft: '/:municipality/draft',
  personalData: '/:municipality/personal-data',
  case: '/:municipality/case',
  task: '/:municipality/task',
  part: '/:municipality/part',
  desk: '/:municipality/desk',
  signIn: '/:municipality/desk/sign-in/:fault?',
  deskCase: '/:municipality/desk/cases/:case',
  deskPaper: '/:municipality/desk/paper',
  deskParties: '/:municipality/desk/parties',
  deskParty: '/:municipality/desk/parties/:party',
  deskPost: '/:municipality/desk/post',
  deskDelegated: '/:municipality/desk/delegated',
  deskBegin: '/:municipality/desk/begin/:process',
  deskRecord: '/:municipality/desk/cases/:case/tasks/:task',
  deskAnswerCorrection: '/:municipality/desk/cases/:case/tasks/:task/correction',
  deskReport: '/:municipality/desk/cases/:case/report',
  deskSettled: '/:municipality/desk/cases/:case/settled/:question',
  deskCorrection: '/:municipality/desk/cases/:case/decisions/:decision',
  deskCommittees: '/:municipality/desk/committees',
  deskCommittee: '/:municipality/desk/committees/:committee',
  deskGroups: '/:municipality/desk/groups',
  deskLedger: '/:municipality/desk/ledger',
  deskStatement: '/:municipality/desk/ledger/:committee/:year',
  deskAppropriations: '/:municipality/desk/appropriations',
  deskYear: '/:municipality/desk/year',
  deskForums: '/:municipality/desk/forums',
  deskNewsletter: '/:municipality/desk/newsletter',
  deskForum: '/:municipality/desk/cases/:case/forum',
  deskForumSignature: '/:municipality/desk/cases/:case/signed',
  deskPaperAnswer: '/:municipality/desk/cases/:case/answers/:task',
} as const;

/** The address of the process whose form has the shortest address. */
export const accessionAddress = 'accession';

/** The address of the process by which a party reports a change. */
export const partyChangeAddress = 'party-change';

/** Where the form of a process begins. */
export function startAddress(municipalityId: string, process: string): string {
  return process === accessionAddress
    ? `/${municipalityId}/apply`
    : `/${municipalityId}/begin/${process}`;
}

/** Where the desk of a municipality begins; all its pages are below. */
export function deskAddress(municipalityId: string): string {
  return `/${municipalityId}/desk`;
}

/** The page that says why signing in did not succeed, and offers to try again. */
export function signInFaultAddress(municipalityId: string, code: string): string {
  return `${deskAddress(municipalityId)}/sign-in/${code.replace(/^signIn\./, '')}`;
}
