import {
  getForum,
  getForumCalendar,
  getForumNotes,
  getForums,
  getPresentation,
  postRegistration,
} from './forums';
import {
  getAnnouncement,
  getDeskForums,
  getForumAccession,
  postAnnouncement,
  postForumAccession,
} from './desk/forums';
import { getDeskNewsletter, postRemoval } from './desk/newsletter';
import {
  getNewsletter,
  getNewsletterPdf,
  getNewsletters,
  getOneClick,
  postConfirmation,
  postDeparture,
  postOneClick,
  postSubscription,
} from './newsletter';
import type { Endpoint } from '../endpoint';
import {
  getAgreementDraftFile,
  getAgreementDraftPdf,
  getFirstAgreement,
  getFirstAgreements,
  getSurveyPdf,
  postOpenAnswer,
} from './first-agreement';
import { postCaseFile, postPersonRequest, postTaskFile, putPublication } from './applicants-own';
import { postApplication, postReport } from './applications';
import { getCase, getCaseDocument, watchCase } from './cases';
import {
  getBeginningForm,
  getSignedInTask,
  postBeginning,
  getMatterReport,
  postMatterReport,
  getDecisionCorrection,
  postDecisionCorrection,
  postDecisionEvent,
  postEventCorrection,
  getAnswerCorrection,
  postAnswerCorrection,
  postSignedInAnswer,
} from './desk/circulations';
import { getGroups, postGroupChange } from './desk/groups';
import { getCommittee, getCommittees, postCommitteeChange } from './desk/committees';
import { getDeskCase, getDeskDocument, getDeskFile, watchDeskCase } from './desk/case';
import { searchCases } from './desk/cases';
import {
  getAppropriations,
  getCover,
  getLedger,
  getStatement,
  getStatementCsv,
  getStatementDocument,
  getStatementSie,
  postBudget,
  postStatementDocument,
  postReversal,
} from './desk/ledger';
import { getLedgerFile, getLedgerFiles, postLedgerFile } from './desk/ledger-files';
import { getDelegated, getDelegatedCsv, postDelegatedReport } from './desk/delegated';
import { postNumber, postSecrecy } from './desk/diary';
import { postIntervention } from './desk/interventions';
import { postReader, postRefusedLetter } from './desk/letters';
import { getPaperTask, postPaperAnswer, postPaperApplication, postRecord } from './desk/paper';
import { getPaperLetters, getPrintedDocument, postPosting, postPostingUndone } from './desk/post';
import { getParty, postExclusion, searchParties } from './desk/parties';
import { postPaperSignature } from './desk/signatures';
import { beginSignIn, completeSignIn, getDeskSession, signOut } from './desk/sign-in';
import { getYear, postWheelAct } from './desk/year';
import { getDraft, postDraft, postDraftApplication, postDraftLink, putDraft } from './drafts';
import { deleteDraftFile, getCaseFile, getDraftFile, getTaskFile, postDraftFile } from './files';
import { live, ready } from './health';
import { postConflict, postDelegation, postWithdrawal } from './interventions';
import { exchangeLink, requestNewLink } from './links';
import { getAgreement, getMunicipality, listMunicipalities } from './municipalities';
import { getProcess, getProcessSchema } from './processes';
import { getParties, getPartiesCsv } from './register';
import {
  getMattersCsv,
  getPlan,
  getFocusAreas,
  getRatingsCsv,
  getReport,
  getReportJson,
  getReportPdf,
  getReports,
  getResponseCsv,
} from './reports';
import { postNewCoordinator } from './new-coordinator';
import {
  deletePartLinks,
  getPart,
  postPartLink,
  putPartDraft,
  putTaskDraft,
} from './shared-drafts';
import { getTask, getTaskDocument, postAnswer, postCode } from './tasks';

/** Every endpoint, in the order paths are matched. */
export const endpoints: readonly Endpoint[] = [
  live,
  ready,
  listMunicipalities,
  getMunicipality,
  getAgreement,
  getParties,
  getPartiesCsv,
  getPlan,
  getFocusAreas,
  getReports,
  getReport,
  getReportPdf,
  getReportJson,
  getRatingsCsv,
  getResponseCsv,
  getMattersCsv,
  getForums,
  getForum,
  postRegistration,
  getForumCalendar,
  getForumNotes,
  getPresentation,
  getFirstAgreements,
  getFirstAgreement,
  postOpenAnswer,
  getSurveyPdf,
  getAgreementDraftPdf,
  getAgreementDraftFile,
  getNewsletters,
  postSubscription,
  postConfirmation,
  postDeparture,
  postOneClick,
  getOneClick,
  getNewsletter,
  getNewsletterPdf,
  getProcess,
  getProcessSchema,
  postApplication,
  postDraft,
  getDraft,
  putDraft,
  postDraftLink,
  postDraftApplication,
  postDraftFile,
  getDraftFile,
  deleteDraftFile,
  exchangeLink,
  requestNewLink,
  getTask,
  putTaskDraft,
  postPartLink,
  deletePartLinks,
  getPart,
  putPartDraft,
  postNewCoordinator,
  postAnswer,
  postCode,
  postConflict,
  postDelegation,
  getTaskDocument,
  getTaskFile,
  postTaskFile,
  getCase,
  postReport,
  postWithdrawal,
  getCaseDocument,
  getCaseFile,
  postCaseFile,
  postPersonRequest,
  putPublication,
  watchCase,
  completeSignIn,
  beginSignIn,
  getDeskSession,
  signOut,
  searchCases,
  searchParties,
  getParty,
  postExclusion,
  getDeskCase,
  getDeskDocument,
  getDeskFile,
  watchDeskCase,
  postNumber,
  postSecrecy,
  postIntervention,
  postPaperApplication,
  postRecord,
  getCommittees,
  getCommittee,
  postCommitteeChange,
  getGroups,
  postGroupChange,
  getBeginningForm,
  postBeginning,
  getSignedInTask,
  getAnswerCorrection,
  postAnswerCorrection,
  postSignedInAnswer,
  postDecisionEvent,
  postEventCorrection,
  getMatterReport,
  postMatterReport,
  getDecisionCorrection,
  postDecisionCorrection,
  getPaperLetters,
  postPosting,
  postPostingUndone,
  getPrintedDocument,
  getPaperTask,
  postPaperAnswer,
  postRefusedLetter,
  postReader,
  postPaperSignature,
  getDelegated,
  getDelegatedCsv,
  postDelegatedReport,
  getAppropriations,
  getLedger,
  getCover,
  postBudget,
  postStatementDocument,
  postReversal,
  getStatement,
  getStatementCsv,
  getStatementSie,
  getStatementDocument,
  getLedgerFiles,
  postLedgerFile,
  getLedgerFile,
  getYear,
  postWheelAct,
  getDeskForums,
  getDeskNewsletter,
  postRemoval,
  getAnnouncement,
  postAnnouncement,
  getForumAccession,
  postForumAccession,
];
