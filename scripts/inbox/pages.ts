import { html, Html } from './html';
import type { InboxAttachment, InboxMessage } from './read-message';
import { style } from './style';
import { texts } from './texts';

/** The list of letters, newest first. */
export function listPage(messages: readonly InboxMessage[], to: string): string {
  return page(
    texts.title,
    html`<h1>${texts.title}</h1>
      <p>${texts.about}</p>
      ${filterForm(to)}
      <p class="bar">
        <a href="${to ? `/?to=${encodeURIComponent(to)}` : '/'}">${texts.reload}</a>
        ${to ? html`<a href="/">${texts.showAll}</a>` : undefined}
      </p>
      ${messages.length > 0 ? list(messages) : html`<p>${to ? texts.emptyFor : texts.empty}</p>`}`,
  );
}

function filterForm(to: string): Html {
  return html`<form method="get" action="/">
    <label for="to">${texts.filterLabel}</label>
    <span class="row">
      <input id="to" name="to" type="email" autocomplete="off" value="${to}" />
      <button>${texts.filter}</button>
    </span>
  </form>`;
}

function list(messages: readonly InboxMessage[]): Html {
  return html`<h2>${texts.count(messages.length)}</h2>
    <ol class="messages">
      ${messages.map(
        (message) =>
          html`<li>
            <a href="/messages/${message.id}">${message.subject || texts.noSubject}</a>
            ${facts(message)}
          </li>`,
      )}
    </ol>`;
}

function facts(message: InboxMessage): Html {
  return html`<dl>
    <dt>${texts.from}</dt>
    <dd>${message.from}</dd>
    <dt>${texts.to}</dt>
    <dd>${message.to.join(', ')}</dd>
    <dt>${texts.date}</dt>
    <dd><time datetime="${message.date}">${readableDate(message.date)}</time></dd>
  </dl>`;
}

/** One letter: as its sender made it, and as text. */
export function messagePage(message: InboxMessage, bouncing: Bouncing): string {
  return page(
    message.subject || texts.noSubject,
    html`<p><a href="/">${texts.back}</a></p>
      <h1>${message.subject || texts.noSubject}</h1>
      ${facts(message)} ${attachmentList(message.attachments)}
      ${message.html ? letterFrame(message) : undefined}
      <h2>${texts.text}</h2>
      <pre>${linked(message.text)}</pre>
      ${bouncePart(message, bouncing)}`,
  );
}

/** Whether a letter can be returned, and what became of it when it was. */
interface Bouncing {
  canBounce: boolean;
  bounced: string;
}

/** Only a letter that is sent from an address of its own can come back to somebody. */
function bouncePart(
  { id, from, returnPath }: InboxMessage,
  { canBounce, bounced }: Bouncing,
): Html | undefined {
  if (!canBounce || returnPath === '' || from.includes(returnPath)) return undefined;
  return html`<h2 id="bounce">${texts.bounce}</h2>
    ${bounced === '' ? undefined : html`<p role="status">${wordsFor(bounced)}</p>`}
    <p>${texts.aboutBounce}</p>
    <form method="post" action="/messages/${id}/bounce">
      <button>${texts.sendBounce}</button>
    </form>`;
}

function wordsFor(bounced: string): string {
  return bounced === 'yes' ? texts.bounced : texts.notBounced;
}

/** Links leave the frame, nothing else does: scripts, forms and this page's origin stay out. */
function letterFrame({ id, subject }: InboxMessage): Html {
  return html`<h2>${texts.html}</h2>
    <iframe
      src="/messages/${id}/html"
      title="${subject || texts.noSubject}"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
    ></iframe>`;
}

function attachmentList(attachments: readonly InboxAttachment[]): Html | undefined {
  if (attachments.length === 0) return undefined;
  return html`<h2>${texts.attachments}</h2>
    <ul>
      ${attachments.map(
        ({ url, filename, contentType, size }) =>
          html`<li>
            <a href="${url}" download="${filename}">${filename}</a> (${contentType},
            ${readableSize(size)})
          </li>`,
      )}
    </ul>`;
}

/** The text with its addresses as links; they keep their fragments. */
function linked(text: string): Html[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) =>
      index % 2 === 1
        ? html`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>`
        : html`${part}`,
    );
}

export function missingPage(): string {
  return page(
    texts.missing,
    html`<h1>${texts.missing}</h1>
      <p><a href="/">${texts.back}</a></p>`,
  );
}

/** A letter's own HTML for the frame: its links open in a new tab. */
export function letterDocument(source: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(source)
    ? source.replace(/<head[^>]*>/i, (head) => head + base)
    : base + source;
}

/** A whole page; `body` begins with its heading. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="sv" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="data:," />
        <title>${title}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`.source;
}

function readableDate(date: string): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(time);
}

function readableSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  return `${new Intl.NumberFormat('sv-SE').format(kilobytes)} kB`;
}
