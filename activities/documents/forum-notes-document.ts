import { getApplication, latestAnswer } from '../../database/repositories/submission.repository';
import { forumOf, notesOf } from '../../domain/forum/forum';
import { composeForumNotes } from './compose/compose-forum-notes';
import type { DocumentContent } from './content';
import type { Source } from './make-document';

/** The notes of a dialogue forum, as whoever arranged it wrote them. */
export async function forumNotes(source: Source): Promise<DocumentContent> {
  const { tx, dependencies, municipality, found, createdAt } = source;
  const announced = await getApplication(tx, municipality.id, found.id);
  const answered = await latestAnswer(tx, municipality.id, { caseId: found.id, kind: 'notes' });
  if (!answered) throw new Error('task.unanswered');
  return composeForumNotes({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    number: found.number,
    forum: forumOf(announced.answers),
    notes: notesOf(answered.answers),
    url: `${dependencies.publicUrl}/${municipality.id}/forums/${found.id}`,
  });
}
