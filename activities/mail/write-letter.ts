import type { Case } from '../../database/repositories/case.repository';
import type { Letter } from '../../database/repositories/letter.repository';
import type { Task } from '../../database/repositories/task.repository';
import type { Municipality } from '../../domain/municipality';
import type { LetterTemplate } from '../../domain/process';
import * as letters from './letters';
import type { LetterContent, ReminderParameters } from './letters';
import { renderLetter } from './render-letter';

/** What a planned letter is written from. */
export interface LetterSource {
  municipality: Municipality;
  letter: Letter;
  found: Case;
  /** The task the letter is about, where there is one. */
  task: Task | undefined;
  /** Where its button leads. */
  url: string;
}

type Write = (parameters: ReminderParameters, source: LetterSource) => LetterContent;

const writers: Record<LetterTemplate, Write> = {
  applicationReceived: letters.applicationReceived,
  reviewRequested: letters.reviewRequested,
  reviewReminder: letters.reviewReminder,
  reviewOverdue: letters.reviewOverdue,
  applicationApproved: (parameters, { task }) =>
    letters.applicationApproved({ ...parameters, signatoryName: task?.assignee_name ?? '' }),
  applicationRefused: letters.applicationRefused,
  signatureRequested: letters.signatureRequested,
  signatureReminder: letters.signatureReminder,
  signatureOverdue: letters.signatureOverdue,
  agreementSigned: (parameters, { letter }) =>
    letters.agreementSigned({
      ...parameters,
      recipientRole: letter.letter_key.endsWith('signatory') ? 'signatory' : 'coordinator',
    }),
  newLink: letters.newLink,
};

/** Writes a planned letter: subject, HTML and text. */
export function writeLetter(source: LetterSource): ReturnType<typeof renderLetter> {
  const { municipality, letter, found, task, url } = source;
  const write = writers[letter.template as LetterTemplate];
  const content = write(
    {
      municipality,
      language: letter.language,
      number: found.number,
      organisationName: found.organisation_name,
      recipientName: letter.recipient_name,
      url,
      deadline: task?.deadline ?? '',
      ordinal: letter.ordinal,
    },
    source,
  );
  return renderLetter(content, municipality);
}
