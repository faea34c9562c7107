import { piecesOf } from '../../domain/newsletter/plain-text';
import type { LetterContent } from './letters/letter';
import type { LetterPart } from './render-letter';

// Styles are written on the elements because many mail programs drop style sheets; the sheet only
// adds what those that read it can do, such as dark mode. Contrast is at least 7:1 in both.
const styles = {
  body: 'margin:0;padding:0;background-color:#ffffff;color:#1a1a1a;font-family:Arial,Helvetica,sans-serif;font-size:18px;line-height:1.5',
  column: 'max-width:600px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere',
  paragraph: 'margin:0 0 16px',
  heading: 'margin:24px 0 8px;font-size:20px;line-height:1.3',
  link: 'color:#00456e',
  action: 'margin:24px 0',
  button:
    'display:inline-block;padding:12px 24px;border:2px solid #00456e;border-radius:4px;background-color:#00456e;color:#ffffff;font-weight:bold;text-decoration:none',
  signature: 'margin:24px 0 0;padding:16px 0 0;border-top:1px solid #767676',
  preheader: 'display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px',
};

const darkMode = `@media (prefers-color-scheme:dark){
body{background-color:#14181c!important;color:#f2f2f2!important}
a{color:#a8d8ff!important}
.button{background-color:#a8d8ff!important;border-color:#a8d8ff!important;color:#00233a!important}
}`;

/** A complete page in one column that reads well without style sheet or pictures. */
export function htmlPage(content: LetterContent, parts: readonly LetterPart[]): string {
  return `<!doctype html>
<html lang="${content.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escapeHtml(content.subject)}</title>
<style>${darkMode}</style>
</head>
<body style="${styles.body}">
${preheader(content.preheader)}<div role="article" aria-roledescription="email" lang="${content.language}" style="${styles.column}">
${parts.map(asHtml).join('\n')}
</div>
</body>
</html>
`;
}

function preheader(text: string | undefined): string {
  return text
    ? `<div style="${styles.preheader}" aria-hidden="true">${escapeHtml(text)}</div>\n`
    : '';
}

function asHtml(part: LetterPart): string {
  if (part.kind === 'paragraph') {
    const text = part.linked ? withLinks(part.text) : escapeHtml(part.text);
    return `<p style="${styles.paragraph}">${text}</p>`;
  }
  if (part.kind === 'heading') return `<h2 style="${styles.heading}">${escapeHtml(part.text)}</h2>`;
  if (part.kind === 'link')
    return `<p style="${styles.paragraph}">${escapeHtml(part.text)} ${anchor(part.url, part.label)}</p>`;
  if (part.kind === 'signature') return `<p style="${styles.signature}">${lines(part.lines)}</p>`;
  return `<p style="${styles.action}"><a class="button" href="${escapeHtml(part.url)}" style="${styles.button}">${escapeHtml(part.label)}</a></p>`;
}

function withLinks(text: string): string {
  return piecesOf(text)
    .map((piece) =>
      piece.url === undefined ? escapeHtml(piece.text) : anchor(piece.url, piece.text),
    )
    .join('');
}

function anchor(url: string, label: string): string {
  return `<a href="${escapeHtml(url)}" style="${styles.link}">${escapeHtml(label)}</a>`;
}

function lines(texts: readonly string[]): string {
  return texts.map(escapeHtml).join('<br>');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
