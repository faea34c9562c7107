import type { Municipality } from '../../domain/municipality';
import { inlineText } from './inline-text';
import { htmlPage } from './letter-html';
import type { LetterContent } from './letters/letter';

export interface RenderedLetter {
  subject: string;
  html: string;
  text: string;
}

/** One part of a letter; HTML and text are made from the same list, so they cannot differ in order. */
export type LetterPart =
  | { kind: 'paragraph'; text: string }
  | { kind: 'action'; label: string; url: string }
  | { kind: 'signature'; lines: readonly string[] };

/** HTML and its text twin. Throws when the action's address is not http or https. */
export function renderLetter(content: LetterContent, municipality: Municipality): RenderedLetter {
  const subject = inlineText(content.subject);
  const parts = partsOf(content, municipality);
  return {
    subject,
    html: htmlPage({ ...content, subject }, parts),
    text: `${parts.map(asText).join('\n\n')}\n`,
  };
}

function partsOf(content: LetterContent, municipality: Municipality): LetterPart[] {
  const { greeting, why, paragraphs, action, otherwise, contact, language } = content;
  return [
    ...paragraphsOf([greeting, why, ...paragraphs]),
    ...(action ? [actionPart(action)] : []),
    ...paragraphsOf([otherwise, contact]),
    { kind: 'signature', lines: [municipality.name, municipality.office[language]] },
  ];
}

function paragraphsOf(texts: readonly (string | undefined)[]): LetterPart[] {
  return texts
    .filter((text) => text !== undefined)
    .map((text) => ({ kind: 'paragraph', text: inlineText(text) }));
}

function actionPart(action: { label: string; url: string }): LetterPart {
  const url = new URL(action.url);
  if (!['http:', 'https:'].includes(url.protocol)) throw new TypeError('a letter links to pages');
  return { kind: 'action', label: inlineText(action.label), url: url.href };
}

function asText(part: LetterPart): string {
  if (part.kind === 'paragraph') return part.text;
  if (part.kind === 'signature') return part.lines.join('\n');
  return `${part.label}:\n${part.url}`;
}
