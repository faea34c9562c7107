import type { Mail, System } from '../../support/system';

/** The address of the personal link in a mail. */
export function linkIn(mail: Mail): string {
  const link = /http:\S+#[\w-]{43}/.exec(mail.text)?.[0];
  if (!link) throw new Error(`No personal link in "${mail.subject}"`);
  return link;
}

/** The bytes of the first PDF attached to a mail. */
export async function attachedPdf(system: System, mail: Mail): Promise<Buffer> {
  const pdf = mail.attachments.find(({ contentType }) => contentType === 'application/pdf');
  if (!pdf) throw new Error(`No PDF with "${mail.subject}"`);
  const response = await fetch(new URL(pdf.url, system.inboxUrl));
  return Buffer.from(await response.arrayBuffer());
}
