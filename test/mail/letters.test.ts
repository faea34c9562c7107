import { describe, expect, it } from '@jest/globals';
import { draftKept } from '../../activities/mail/letters/draft-kept';
import { renderLetter } from '../../activities/mail/render-letter';
import { ekero } from '../../config/municipalities/ekero/municipality';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { languages } from '../../domain/language';
import { builtInProcesses } from '../../domain/processes';
import { createProcessRegistry } from '../../domain/processes/registry';
import { aboutMatters, everyLetter } from './letters-for-test';

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
    expect(letter?.greeting).toContain('Åsa Öberg');
  });

  it.each(names)('%s names organisation and number in the subject, and no person', (name) => {
    const subject = letters[name]?.subject ?? '';
    expect(subject).toMatch(/Mälarens Simsällskap.*, KFN 26\/114$/);
    expect(subject).not.toMatch(/Öberg|Bo Ek/);
    expect(subject.length).toBeLessThanOrEqual(90);
  });

  it.each(names)('%s keeps the number in sight whatever the organisation is called', (name) => {
    const organisationName = `Riksförbundet ${'för mycket långa namn '.repeat(10)}`;
    const subject = everyLetter({ language, organisationName })[name]?.subject ?? '';
    expect(subject).toMatch(/Riksförbundet för mycket långa namn för….*, KFN 26\/114$/);
    expect(subject.length).toBeLessThanOrEqual(110);
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

describe.each([
  ['sv', '”', '”'],
  ['en', '“', '”'],
] as const)('in %s a matter of the municipality’s own', (language, before, after) => {
  const letters = everyLetter({ language });
  it.each(aboutMatters)('is named in quotation marks by %s', (name) => {
    const [state] = letters[name]?.paragraphs ?? [];
    expect(state).toContain(`${before}Mälarens Simsällskap${after}`);
  });
});

describe('what is said above a button', () => {
  it.each([
    ['sv', 'personlig', 'behöver du logga in'],
    ['en', 'personal', 'need to sign in'],
  ] as const)('is what its link is (%s)', (language, personal, signIn) => {
    const said = (link: 'case' | 'desk' | null) =>
      everyLetter({ language, link }).caseClosed?.paragraphs.join(' ');
    expect(said('case')).toContain(personal);
    expect(said('case')).not.toContain(signIn);
    expect(said('desk')).toContain(signIn);
    expect(said('desk')).not.toContain(personal);
    expect(said(null)).not.toMatch(new RegExp(`${personal}|${signIn}`));
  });
});

describe('the decision', () => {
  it.each(languages)('is not told apart by subject or preview (%s)', (language) => {
    const { applicationApproved, applicationRefused } = everyLetter({ language });
    expect(applicationApproved?.subject).toBe(applicationRefused?.subject);
    expect(applicationApproved?.preheader).toBe(applicationRefused?.preheader);
  });

  it.each([
    ['sv', [/har vi inte godkänt den/, /bifogat som pdf/, /skälen/, /domstol/, /missnöjda/]],
    ['en', [/we have not approved it/, /attached as a PDF/, /reasons/, /court/, /not satisfied/]],
  ] as const)('is said plainly when it is no, with the ways on (%s)', (language, wanted) => {
    const { applicationApproved, applicationRefused } = everyLetter({ language });
    const text = applicationRefused?.paragraphs.join('\n');
    for (const words of wanted) expect(text).toMatch(words);
    expect(applicationApproved?.paragraphs[0]).toMatch(/bifogat som pdf|attached as a PDF/);
  });

  it('asks a coordinator who is also the signatory to sign, and nobody to wait', () => {
    const bo = { name: 'Bo Ek', email: 'Bo@Simsallskap.example', shared: false };
    const { applicationApproved, signatureRequested } = everyLetter({ recipient: bo });
    const text = JSON.stringify(applicationApproved);
    expect(text).toContain('Nu behövs din underskrift senast torsdag 12 mars 2026.');
    expect(text).not.toMatch(/väntar vi på|inte göra något/);
    expect(signatureRequested?.why).toContain('du har angett dig själv som firmatecknare');
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

describe('the letter that asks for a signature', () => {
  it.each([
    ['sv', /Bo Ek har angett dig/, /bifogad som pdf/, /Vill du inte skriva under.*någon annan/],
    ['en', /Bo Ek named you/, /attached as a PDF/, /rather not sign.*somebody else/],
  ] as const)(
    'says who named the reader, what is attached and how to decline (%s)',
    (...wanted) => {
      const [language, named, attached, decline] = wanted;
      const letter = everyLetter({ language }).signatureRequested;
      expect(letter?.why).toMatch(named);
      expect(letter?.why).toContain('Mälarens Simsällskap');
      expect(letter?.paragraphs.join('\n')).toMatch(attached);
      expect(letter?.otherwise).toMatch(decline);
    },
  );
});

describe('a new link', () => {
  const letters = everyLetter();

  it.each([
    ['newLinkToReview', 'reviewRequested'],
    ['newLinkToSign', 'signatureRequested'],
    ['newLinkToSignLate', 'signatureOverdue'],
  ])('%s says all that %s says, and that the old link is dead', (renewed, asked) => {
    const [letter, first] = [letters[renewed], letters[asked]];
    expect(letter?.subject).toBe(`Ny länk. ${first?.subject}`);
    expect(letter?.paragraphs).toEqual([
      expect.stringContaining('Länken du hade fungerar inte längre.'),
      ...(first?.paragraphs ?? []),
    ]);
    expect(letter?.action).toEqual(first?.action);
    expect(letter?.otherwise).toBe(first?.otherwise);
  });

  it('to an answered task asks for nothing more', () => {
    expect(JSON.stringify(letters['newLinkToAnswered'])).toContain('Du har redan svarat där');
    expect(JSON.stringify(letters['newLinkToAnswered'])).toContain('fungerar inte längre');
  });

  it('to a case opens the case and says nothing of the old link, which lives on', () => {
    const letter = letters['newLinkToCase'];
    expect(letter?.action?.label).toBe('Öppna ärendet');
    expect(letter?.paragraphs[0]).toContain('Länken öppnar ärendet om ansökan från Mälarens');
    expect(JSON.stringify(letter)).not.toMatch(/i stället|inte längre/);
  });
});

describe('a mailbox that several people read', () => {
  const officer = { ...sodertalje.caseOfficer, shared: true };

  it('is greeted without a name, and told where to ask without an introduction', () => {
    const letter = everyLetter({ recipient: officer }).reviewRequested;
    expect(letter?.greeting).toBe('Hej!');
    expect(letter?.contact).toContain('samverkan@sodertalje.example');
    expect(JSON.stringify(letter)).not.toMatch(/Handläggare samverkan|Kontaktpunkt/);
  });

  it('is not told to write to itself', () => {
    const recipient = { ...ekero.caseOfficer, shared: true };
    expect(
      everyLetter({ municipality: ekero, recipient }).reviewRequested?.contact,
    ).toBeUndefined();
  });
});

describe('dates', () => {
  it('are words of the language, with the weekday in the letter', () => {
    expect(everyLetter().reviewRequested?.subject).toBe(
      'Granska senast 12 mars: ansökan från Mälarens Simsällskap, KFN 26/114',
    );
    expect(everyLetter().reviewRequested?.paragraphs).toContain(
      'Svara senast torsdag 12 mars 2026.',
    );
    const english = everyLetter({ language: 'en' }).reviewRequested;
    expect(english?.subject).toBe(
      'Review by 12 March: application from Mälarens Simsällskap, KFN 26/114',
    );
    expect(english?.paragraphs).toContain('Reply by Thursday 12 March 2026.');
  });

  it('stay the same day at both ends of the year', () => {
    const paragraphs = (deadline: string) => everyLetter({ deadline }).reviewRequested?.paragraphs;
    expect(paragraphs('2027-01-01')).toContain('Svara senast fredag 1 januari 2027.');
    expect(paragraphs('2026-12-31')).toContain('Svara senast torsdag 31 december 2026.');
  });
});

describe.each(languages)('the link to a draft, in %s', (language) => {
  const url = 'https://samverkan.example/sodertalje/draft#tok_Xy9-';
  const letter = draftKept({
    municipality: sodertalje,
    language,
    recipient: { name: '', email: 'maja@fyren.example', shared: true },
    url,
    keptUntil: '2026-12-22',
  });
  const { subject, text, html } = renderLetter(letter, sodertalje);

  it('says why it comes, until when it is kept and whom to ask', () => {
    expect(letter.why).toMatch(language === 'sv' ? /^Du får det här mejlet/ : /^You get this/);
    expect(subject).toMatch(/22 december/i);
    expect(text).toContain(
      language === 'sv' ? 'tisdag 22 december 2026' : 'Tuesday 22 December 2026',
    );
    expect(text).toContain(sodertalje.contactPoint.email);
    expect(`${subject}${text}${html}`).not.toMatch(/\{\{|\}\}|undefined|null|\[object/);
  });

  it('has the key in the fragment of one address and nowhere else', () => {
    expect(text.split(url)).toHaveLength(2);
    expect(`${subject}${letter.preheader}`).not.toContain('tok_');
  });
});

describe.each(languages)('letters about the municipality’s own cases in %s', (language) => {
  createProcessRegistry(builtInProcesses);
  const own = ['budgetTransfer', 'budgetSettlement', 'raisedAppropriation', 'circulation'];

  it.each(own)('of %s speak of the case by its title', (process) => {
    const { caseClosed, escalated } = everyLetter({ language, process });
    for (const letter of [caseClosed, escalated]) {
      const { subject, text } = renderLetter(letter!, sodertalje);
      const said = `${subject} ${text}`;
      expect(said).not.toMatch(/från Mälarens|from Mälarens|ansökan|application|organisation/);
      expect(text).toMatch(/[”“]Mälarens Simsällskap”/);
    }
  });
});
