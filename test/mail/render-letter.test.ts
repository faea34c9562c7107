import { describe, expect, it } from '@jest/globals';
import { renderLetter } from '../../activities/mail/render-letter';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { languages } from '../../domain/language';
import { everyLetter, municipalities, type Circumstances } from './letters-for-test';

function rendered(name: string, circumstances: Circumstances = {}) {
  const letter = everyLetter(circumstances)[name];
  if (!letter) throw new Error(name);
  return renderLetter(letter, circumstances.municipality ?? sodertalje);
}

/** What a reader of the HTML sees, part by part, with the button as in the text twin. */
function visibleParts(html: string): string[] {
  const body = html.slice(html.indexOf('<div role="article"'));
  return [...body.matchAll(/<p [^>]*>(.*?)<\/p>/gs)].map(([, part = '']) =>
    part
      .replace(/<a class="button" href="([^"]*)"[^>]*>(.*?)<\/a>/, '$2:\n$1')
      .replaceAll('<br>', '\n')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
}

const names = Object.keys(everyLetter());
const hostile = `<img src=x onerror="alert(1)">&amp;'$& $1 {{number}} $t(personalLink)`;

describe('renderLetter', () => {
  describe.each(municipalities)('for $name', (municipality) => {
    it.each(languages)('says the same in HTML and text, in the same order (%s)', (language) => {
      for (const name of names) {
        const { html, text } = rendered(name, {
          municipality,
          language,
          organisationName: hostile,
        });
        expect(visibleParts(html)).toEqual(text.trimEnd().split('\n\n'));
      }
    });
  });

  it('puts the address on a line of its own in the text', () => {
    const { text } = rendered('applicationReceived');
    expect(text.split('\n')).toContain('https://samverkan.example/sodertalje/case#tok_Xy9-');
  });

  it('names the language and needs neither pictures nor addresses of others', () => {
    const { html } = rendered('newLinkToCase', { language: 'en' });
    expect(html).toContain('<html lang="en">');
    expect(html).not.toMatch(/<img|<script|url\(|@import|src=/);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual([
      'https://samverkan.example/sodertalje/case#tok_Xy9-',
    ]);
  });

  it('shows hostile names as they are and never as markup', () => {
    const recipient = { name: hostile, email: 'asa@simsallskap.example', shared: false };
    const circumstances = { organisationName: hostile, recipient, otherName: hostile };
    const { html, text } = rendered('signatureRequested', circumstances);
    expect(html).not.toMatch(/<img/);
    expect(text).toContain(`Hej ${hostile}!`);
    expect(text).toContain(`för att ${hostile} har angett dig som firmatecknare i ansökan`);
    expect(text).toContain(`ansökan från ${hostile}.`);
  });

  it('keeps a name with line breaks from adding lines or headers', () => {
    const { subject, text } = rendered('reviewRequested', {
      organisationName: 'Klubben\r\n\r\nBetala här:\nhttps://evil.example',
      number: 'KFN 26/114\r\nBcc: evil@example.com',
    });
    expect(subject).toBe(
      'Granska senast 12 mars: ansökan från Klubben Betala här: https://evil.example, KFN 26/114 Bcc: evil@example.com',
    );
    expect(text.split('\n')).not.toContain('https://evil.example');
    expect(text).toContain('Klubben Betala här: https://evil.example har skickat en ansökan.');
  });

  it('removes characters that turn the reading direction of what follows', () => {
    const { text } = rendered('reviewRequested', { organisationName: 'Klub\u202eneb\u2066' });
    expect(text).toContain('Klubneb har skickat');
    expect(text).not.toMatch(/[\u202e\u2066]/);
  });

  it('refuses to link to anything but a page', () => {
    expect(() => rendered('newLinkToCase', { url: 'javascript:alert(1)' })).toThrow(
      'links to pages',
    );
    expect(() => rendered('newLinkToCase', { url: 'nowhere' })).toThrow('Invalid URL');
  });

  it('mentions the phone where the municipality has one', () => {
    const contactPoint = { ...sodertalje.contactPoint, phone: '08-123 456 78' };
    const { text } = rendered('newLinkToCase', { municipality: { ...sodertalje, contactPoint } });
    expect(text).toContain('eller ring 08-123 456 78.');
  });
});
