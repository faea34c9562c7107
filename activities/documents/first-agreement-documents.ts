import { casesBegunFrom } from '../../database/repositories/case.repository';
import { findAgreementDraft } from '../../database/repositories/first-agreement.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { surveyOf } from '../../database/survey';
import { firstAgreementOf } from '../../domain/first-agreement/first-agreement';
import { forumOf } from '../../domain/forum/forum';
import { composeAgreementDraft } from './compose/compose-agreement-draft';
import { composeSurveyCompilation } from './compose/compose-survey-compilation';
import type { DocumentContent } from './content';
import type { Source } from './make-document';

/** The survey of a first agreement as it is answered when this is made: the second has late answers too. */
export async function surveyCompilation(source: Source): Promise<DocumentContent> {
  const { tx, municipality, found, createdAt } = source;
  const survey = await surveyOf(tx, found);
  if (!survey) throw new Error('collection.unknown');
  return composeSurveyCompilation({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    ...{ number: found.number, title: found.organisation_name },
    compilation: survey.compilation,
  });
}

/** The draft that the way to a first agreement has ended with. */
export async function agreementDraft(source: Source): Promise<DocumentContent> {
  const { tx, dependencies, municipality, found, createdAt } = source;
  const draft = await findAgreementDraft(tx, municipality.id, found.id);
  const survey = await surveyOf(tx, found);
  if (!draft || !survey) throw new Error('task.unanswered');
  const { answers } = await getApplication(tx, municipality.id, found.id);
  const { asked, answered, open } = survey.compilation;
  const { summary, met, text, file, handed_over_at: at } = draft;
  return composeAgreementDraft({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    number: found.number,
    commission: firstAgreementOf(answers),
    meetings: await meetingsOf(source),
    survey: { asked, answered, open },
    draft: { summary, met, text, file, handedOverAt: at.toISOString() },
    url: `${dependencies.publicUrl}/${municipality.id}/first-agreement/${found.id}`,
  });
}

/** What was held, by its day; what was called off is not part of the way. */
async function meetingsOf({ tx, municipality, found }: Source) {
  const meetings = [];
  for (const { id, ending } of await casesBegunFrom(tx, municipality.id, found.id)) {
    if (ending !== null) continue;
    const { answers } = await getApplication(tx, municipality.id, id);
    const { kind, day, title } = forumOf(answers);
    meetings.push({ kind, day, title });
  }
  return meetings.sort((a, b) => a.day.localeCompare(b.day));
}
