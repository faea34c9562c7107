import { findNewsletter } from '../../database/repositories/newsletter.repository';
import { documentLanguages } from '../../domain/newsletter/newsletter';
import { composeNewsletter } from './compose/compose-newsletter';
import type { DocumentContent } from './content';
import type { Source } from './make-document';

/** A newsletter as it was sent: the first of these documents is the Swedish one. */
export async function newsletter(source: Source): Promise<DocumentContent> {
  const { tx, dependencies, municipality, found, createdAt, nth } = source;
  const sent = await findNewsletter(tx, municipality.id, found.id);
  const language = sent && documentLanguages(sent.content)[nth - 1];
  const text = language && sent.content[language];
  if (!sent || !language || !text) throw new Error('newsletter.unknown');
  const page = `${dependencies.publicUrl}/${municipality.id}`;
  return composeNewsletter({
    ...{ municipality, process: found.process, language, createdAt },
    ...{ number: found.number, text, content: sent.content },
    url: `${page}/newsletter/${found.id}`,
    reportUrl: sent.about_case_id ? `${page}/follow-up/${sent.about_case_id}` : undefined,
  });
}
