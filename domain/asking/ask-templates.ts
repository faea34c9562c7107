import type { LetterTemplate, TaskKind } from '../process';

/** The letter that asks a question of each kind, for whoever gets it again or instead of somebody. */
export const askTemplates: Record<TaskKind, { asked: LetterTemplate; overdue: LetterTemplate }> = {
  check: { asked: 'checkRequested', overdue: 'checkOverdue' },
  consult: { asked: 'consultRequested', overdue: 'consultOverdue' },
  review: { asked: 'reviewRequested', overdue: 'reviewOverdue' },
  complete: { asked: 'completionRequested', overdue: 'completionOverdue' },
  adjust: { asked: 'adjustRequested', overdue: 'adjustOverdue' },
  lapse: { asked: 'lapseDrafted', overdue: 'lapseReminder' },
  countersign: { asked: 'countersignRequested', overdue: 'countersignOverdue' },
  settle: { asked: 'settleRequested', overdue: 'settleReminder' },
  confirm: { asked: 'confirmationRequested', overdue: 'confirmationOverdue' },
  hear: { asked: 'hearingRequested', overdue: 'hearingReminder' },
  decide: { asked: 'matterSent', overdue: 'matterOverdue' },
  verify: { asked: 'verifyRequested', overdue: 'verifyOverdue' },
  commission: { asked: 'commissionGiven', overdue: 'commissionOverdue' },
  report: { asked: 'commissionAnswered', overdue: 'reportOverdue' },
  account: { asked: 'accountRequested', overdue: 'accountOverdue' },
  rest: { asked: 'restRequested', overdue: 'restOverdue' },
  appraise: { asked: 'appraiseRequested', overdue: 'appraiseOverdue' },
  minutes: { asked: 'minutesRequested', overdue: 'minutesOverdue' },
  followUp: { asked: 'followUpAsked', overdue: 'followUpReminder' },
  comment: { asked: 'commentRequested', overdue: 'commentOverdue' },
  reviewReport: { asked: 'reviewReportRequested', overdue: 'reviewReportOverdue' },
  sign: { asked: 'signatureRequested', overdue: 'signatureOverdue' },
};
