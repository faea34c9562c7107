import type { LetterContent } from './letters/letter';
import type { LetterPart } from './render-letter';

// Styles are written on the elements because many mail programs drop style sheets; the sheet only
// adds what those that read it can do, such as dark mode. Contrast is at least 7:1 in both.
const styles = {
  body: 'margin:0;padding:0;background-color:#ffffff;color:#1a1a1a;font-family:Arial,Helvetica,sans-serif;font-size:18px;line-height:1.5',
  column: 'max-width:600px;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere',
  paragraph: 'margin:0 0 16px',
  action: 'margin:24px 0',
  button:
    'display:inline-block;padding:12px 24px;border:2px solid #00456e;border-radius:4px;background-color:#00456e;color:#ffffff;font-weight:bold;text-decoration:none',
  signature: 'margin:24px 0 0;padding:16px 0 0;border-top:1px solid #767676',
  preheader: 'display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px',
};

const darkMode = `@media (prefers-color-scheme:dark){
body{background-color:#14181c!important;color:#f2f2f2!important}
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
  if (part.kind === 'paragraph')
    return `<p style="${styles.paragraph}">${escapeHtml(part.text)}</p>`;
  if (part.kind === 'signature') return `<p style="${styles.signature}">${lines(part.lines)}</p>`;
  return `<p style="${styles.action}"><a class="button" href="${escapeHtml(part.url)}" style="${styles.button}">${escapeHtml(part.label)}</a></p>`;
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
