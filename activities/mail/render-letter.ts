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
  | { kind: 'paragraph'; text: string; linked?: true }
  | { kind: 'heading'; text: string }
  | { kind: 'link'; text: string; label: string; url: string }
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
  const { greeting, why, paragraphs, sections = [], linked } = content;
  const { action, otherwise, contact, leave, language } = content;
  return [
    ...paragraphsOf([greeting, why, ...paragraphs], linked),
    ...sections.flatMap(({ heading, paragraphs: texts }) => [
      { kind: 'heading' as const, text: inlineText(heading) },
      ...paragraphsOf(texts, linked),
    ]),
    ...(action ? [actionPart(action)] : []),
    ...paragraphsOf([otherwise, contact], linked),
    { kind: 'signature', lines: [municipality.name, municipality.office[language]] },
    ...(leave ? [leavePart(leave)] : []),
  ];
}

function paragraphsOf(texts: readonly (string | undefined)[], linked?: true): LetterPart[] {
  return texts
    .filter((text) => text !== undefined)
    .map((text) => ({ kind: 'paragraph', text: inlineText(text), ...(linked && { linked }) }));
}

function actionPart({ label, url }: { label: string; url: string }): LetterPart {
  return { kind: 'action', label: inlineText(label), url: pageAddress(url) };
}

function leavePart({ text, label, url }: NonNullable<LetterContent['leave']>): LetterPart {
  return { kind: 'link', text, label, url: pageAddress(url) };
}

function pageAddress(address: string): string {
  const url = new URL(address);
  if (!['http:', 'https:'].includes(url.protocol)) throw new TypeError('a letter links to pages');
  return url.href;
}

function asText(part: LetterPart): string {
  if (part.kind === 'paragraph' || part.kind === 'heading') return part.text;
  if (part.kind === 'signature') return part.lines.join('\n');
  if (part.kind === 'link') return `${part.text}\n${part.label}:\n${part.url}`;
  return `${part.label}:\n${part.url}`;
}
