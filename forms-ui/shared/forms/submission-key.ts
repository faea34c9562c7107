import type { Keeper } from '../storage';

/**
 * The key under which an application is sent. Tabs that fill in the same form share it, so that a
 * double click, a repeated attempt and two tabs make one application.
 */
export interface SubmissionKeys {
  /** Call when the form opens: the tab keeps this key even after another tab has sent. */
  begin(): void;
  /** The key to send an application about `subject` with; a key is never used for two subjects. */
  keyFor(subject: string): string;
  /** After the receipt: the next application gets a key of its own. */
  finish(): void;
}

/** @param name which form of which municipality */
export function submissionKeys(name: string, tab: Keeper, browser: Keeper): SubmissionKeys {
  const current = `samverkan.submission.${name}`;
  const subjectOf = (key: string) => `samverkan.submitted.${key}`;
  // Where the browser keeps nothing, the key lives as long as the page.
  let own: string | undefined;
  const keep = (key: string) => {
    own = key;
    tab.write(current, key);
    browser.write(current, key);
    return key;
  };
  const begun = () => (own ??= tab.read(current)) ?? keep(browser.read(current) ?? randomKey());
  return {
    begin: () => void begun(),
    keyFor(subject) {
      const used = browser.read(subjectOf(begun()));
      const key = used === undefined || used === subject ? begun() : keep(randomKey());
      browser.write(subjectOf(key), subject);
      return key;
    },
    finish() {
      if (browser.read(current) === own) browser.remove(current);
      tab.remove(current);
      own = undefined;
    },
  };
}

/** A random UUID, version 4; `randomUUID` itself is missing on pages without TLS. */
function randomKey(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
