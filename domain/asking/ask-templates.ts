import type { LetterTemplate, TaskKind } from '../process';

/** The letter that asks a question of each kind, for whoever gets it again or instead of somebody. */
export const askTemplates: Record<TaskKind, { asked: LetterTemplate; overdue: LetterTemplate }> = {
  review: { asked: 'reviewRequested', overdue: 'reviewOverdue' },
  complete: { asked: 'completionRequested', overdue: 'completionOverdue' },
  lapse: { asked: 'lapseDrafted', overdue: 'lapseReminder' },
  sign: { asked: 'signatureRequested', overdue: 'signatureOverdue' },
};
