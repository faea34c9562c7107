import { newsletter, newsletterWrite } from '../../../domain/forms/definitions/newsletter';
import { parseAnswers } from '../../../domain/forms/schema';
import { compileReport } from '../../../domain/follow-up/report';
import type { Answers } from '../../../domain/forms/types';
import { languages } from '../../../domain/language';
import {
  documentLanguages,
  draftAbout,
  languageFor,
  newsletterAnswers,
  newsletterIn,
  textFor,
} from '../../../domain/newsletter/newsletter';
import { paragraphsOf, piecesOf } from '../../../domain/newsletter/plain-text';
import { daysToConfirm, mayAskAgain } from '../../../domain/newsletter/subscription';
import { aFullYear, reportInput } from '../follow-up/respondents';

const report = compileReport(aFullYear());
const agreementName = 'samverkansöverenskommelsen';
const commentary = { summary: 'Det går åt rätt håll.' };
const draft = (language: (typeof languages)[number], of = report) =>
  draftAbout({ report: of, commentary, language, agreementName });

describe('the draft about a report', () => {
  it.each(languages)(
    'says in %s what the report found, and nothing that is not there',
    (language) => {
      for (const each of [report, compileReport(reportInput([]))]) {
        const text = draft(language, each);
        expect(JSON.stringify(text)).not.toMatch(/undefined|NaN|\{\{/);
        expect(text.subject).toContain('2027');
        expect(text.sections.length).toBeGreaterThanOrEqual(3);
      }
    },
  );

  it('has the response rate and the findings in words', () => {
    const { lead, sections } = draft('sv');
    expect(lead).toMatch(/har svarat, \d+ procent\./);
    expect(sections[0]?.text).toMatch(/får lägst betyg|samma betyg/);
  });

  it('has what the municipality says in Swedish alone, as it was written', () => {
    expect(JSON.stringify(draft('sv'))).toContain(commentary.summary);
    expect(JSON.stringify(draft('en'))).not.toContain(commentary.summary);
  });
});

describe('the form of a newsletter', () => {
  const drafts = { sv: draft('sv'), en: draft('en') };
  const answers = newsletterAnswers(drafts);

  it('is filled in with the draft, and gives it back', () => {
    const sent = parseAnswers(newsletterWrite, { outcome: 'approve', ...answers });
    expect(sent).toMatchObject({ ok: true });
    expect(newsletterIn((sent as { answers: Answers }).answers)).toEqual(drafts);
  });

  it('asks whether it is to be sent, whatever stands in it', () => {
    expect(parseAnswers(newsletterWrite, answers)).toMatchObject({ faults: { outcome: 'choice' } });
    const dropped = parseAnswers(newsletterWrite, { ...answers, outcome: 'close' });
    expect(dropped).toMatchObject({ ok: true });
  });

  it('does not go without a heading, and in English only with a text', () => {
    const without = parseAnswers(newsletter, { ...answers, subject: '', subjectEn: '' });
    expect(without).toMatchObject({ faults: { subject: 'required', subjectEn: 'required' } });
    const swedish = parseAnswers(newsletter, { ...answers, subjectEn: '', english: 'no' });
    expect(swedish).toMatchObject({ ok: true });
    const content = newsletterIn((swedish as { answers: Answers }).answers);
    expect(documentLanguages(content)).toEqual(['sv']);
    // Whoever reads English gets it in Swedish.
    expect(languageFor(content, 'en')).toBe('sv');
    expect(textFor(content, 'en')).toEqual(drafts.sv);
  });
});

describe('plain text', () => {
  it('is divided into paragraphs at empty lines', () => {
    expect(paragraphsOf('Ett.\nTvå.\n\n  \nTre.\n\n')).toEqual(['Ett.\nTvå.', 'Tre.']);
  });

  it.each([
    ['Läs på https://kommun.example/a?b=1.', 'https://kommun.example/a?b=1'],
    ['(se https://kommun.example/å)', 'https://kommun.example/%C3%A5'],
    ['https://kommun.example', 'https://kommun.example/'],
  ])('has the web address in "%s" apart', (text, url) => {
    const pieces = piecesOf(text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.flatMap((piece) => piece.url ?? [])).toEqual([url]);
  });

  it.each(['javascript:alert(1)', 'http://', 'mejla oss', ''])('has none in "%s"', (text) => {
    expect(piecesOf(text).some((piece) => piece.url !== undefined)).toBe(false);
  });
});

describe('asking an address again', () => {
  const at = new Date('2027-03-01T10:00:00Z');
  const later = (days: number) => new Date(at.getTime() + days * 24 * 3600 * 1000);

  it('is done three times in the days there are to confirm, and then not', () => {
    expect(mayAskAgain({ asked: 1, askedAt: at }, later(1))).toEqual({ asked: 2 });
    expect(mayAskAgain({ asked: 2, askedAt: at }, later(1))).toEqual({ asked: 3 });
    expect(mayAskAgain({ asked: 3, askedAt: at }, later(1))).toBeNull();
  });

  it('begins anew when those days have passed', () => {
    const after = later(daysToConfirm + 1);
    expect(mayAskAgain({ asked: 3, askedAt: at }, after)).toEqual({ asked: 1 });
  });
});
