import { describe, expect, it } from '@jest/globals';
import { renderLetter } from '../../activities/mail/render-letter';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { languages } from '../../domain/language';
import { everyLetter } from './letters-for-test';

const names = Object.keys(everyLetter());
const token = 'tok_Xy9-';

describe.each(languages)('letters in %s', (language) => {
  const letters = everyLetter({ language });

  it.each(names)('%s says why it comes, what to do and whom to ask', (name) => {
    const letter = letters[name];
    expect(letter?.language).toBe(language);
    expect(letter?.why).toMatch(language === 'sv' ? /^Du får det här mejlet/ : /^You get this/);
    expect(letter?.paragraphs.length).toBeGreaterThan(1);
    expect(letter?.action?.label).not.toBe('');
    expect(letter?.contact).toContain(sodertalje.contactPoint.email);
  });

  it.each(names)('%s has the number last or first among the subject, and no name in it', (name) => {
    const subject = letters[name]?.subject ?? '';
    expect(subject).toContain('KFN 26/114');
    expect(subject).not.toMatch(/Simsällskap|Öberg|Ek/);
    expect(subject.length).toBeLessThanOrEqual(70);
  });

  it.each(names)('%s leaves no placeholder and no key unfilled', (name) => {
    const letter = letters[name];
    if (!letter) throw new Error(name);
    const { subject, text, html } = renderLetter(letter, sodertalje);
    expect(`${subject}\n${text}\n${html}`).not.toMatch(/\{\{|\}\}|undefined|null|\[object/);
  });

  it.each(names)('%s keeps the token in the fragment of the address', (name) => {
    const letter = letters[name];
    if (!letter) throw new Error(name);
    const { subject, text, html } = renderLetter(letter, sodertalje);
    for (const part of [subject, text, html]) {
      expect(
        part.replaceAll(`https://samverkan.example/sodertalje/case#${token}`, ''),
      ).not.toContain(token);
    }
    expect(`${letter.preheader ?? ''}${letter.subject}`).not.toContain('http');
  });
});

describe('the decision', () => {
  it.each(languages)('is not told apart by subject or preview (%s)', (language) => {
    const { applicationApproved, applicationRefused } = everyLetter({ language });
    expect(applicationApproved?.subject).toBe(applicationRefused?.subject);
    expect(applicationApproved?.preheader).toBe(applicationRefused?.preheader);
  });

  it('is not in the letter about a refusal', () => {
    const refused = JSON.stringify([
      everyLetter({ language: 'sv' }).applicationRefused,
      everyLetter({ language: 'en' }).applicationRefused,
    ]);
    expect(refused).not.toMatch(/avslag|avslå|avslog|nekad|refus|reject|denied/i);
  });
});

describe('reminders', () => {
  it('assume goodwill first and state consequences after that', () => {
    const { reviewReminder1, reviewReminder2, signatureReminder1, signatureReminder2 } =
      everyLetter();
    expect(reviewReminder1?.otherwise).toBe('Om du redan har svarat behöver du inte göra något.');
    expect(signatureReminder1?.otherwise).toContain('redan har skrivit under');
    expect(reviewReminder2?.otherwise).toContain('Efter den 12 mars');
    expect(signatureReminder2?.paragraphs.join(' ')).toContain('kan Mälarens Simsällskap inte');
  });
});

describe('dates', () => {
  it('are words of the language, with the weekday in the letter', () => {
    expect(everyLetter().reviewRequested?.subject).toBe('Svara senast 12 mars: granska KFN 26/114');
    expect(everyLetter().reviewRequested?.paragraphs).toContain(
      'Svara senast torsdag 12 mars 2026.',
    );
    const english = everyLetter({ language: 'en' }).reviewRequested;
    expect(english?.subject).toBe('Reply by 12 March: review KFN 26/114');
    expect(english?.paragraphs).toContain('Reply by Thursday 12 March 2026.');
  });

  it('stay the same day at both ends of the year', () => {
    const paragraphs = (deadline: string) => everyLetter({ deadline }).reviewRequested?.paragraphs;
    expect(paragraphs('2027-01-01')).toContain('Svara senast fredag 1 januari 2027.');
    expect(paragraphs('2026-12-31')).toContain('Svara senast torsdag 31 december 2026.');
  });
});
