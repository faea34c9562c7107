import type { LetterTemplate, TaskKind } from '../process';

/** The letter that asks a question of each kind, for whoever gets it again or instead of somebody. */
export const askTemplates: Record<TaskKind, { asked: LetterTemplate; overdue: LetterTemplate }> = {
  review: { asked: 'reviewRequested', overdue: 'reviewOverdue' },
  sign: { asked: 'signatureRequested', overdue: 'signatureOverdue' },
};
