import { paperParts } from '../../activities/mail/paper-parts';
import type { LetterSource } from '../../activities/mail/write-letter';
import { letterContent } from '../../activities/mail/write-letter';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { languages, type Language } from '../../domain/language';
import type { LetterTemplate } from '../../domain/process';
import { everyLetter } from './letters-for-test';

/** To the organisation's own people; officials all have e-mail. */
const onPaper: readonly (readonly [LetterTemplate, 'case' | 'task' | null, string | undefined])[] =
  [
    ['applicationReceived', 'case', undefined],
    ['applicationApproved', 'case', undefined],
    ['applicationRefused', 'case', undefined],
    ['completionRequested', 'task', 'complete'],
    ['completionReminder', 'task', 'complete'],
    ['completionOverdue', 'task', 'complete'],
    ['completionReceived', 'case', undefined],
    ['signatureRequested', 'task', 'sign'],
    ['signatureReminder', 'task', 'sign'],
    ['signatureOverdue', 'task', 'sign'],
    ['agreementSigned', null, undefined],
    ['caseClosed', 'case', undefined],
    ['decided', 'case', undefined],
    ['confirmationRequested', 'task', 'confirm'],
    ['confirmationReminder', 'task', 'confirm'],
    ['confirmationOverdue', 'task', 'confirm'],
    ['partyChanged', null, undefined],
    ['hearingRequested', 'task', 'hear'],
    ['hearingReminder', 'task', 'hear'],
    ['followUpAsked', 'task', 'followUp'],
    ['followUpReminder', 'task', 'followUp'],
    ['followUpPublished', null, undefined],
    ['replied', 'task', 'react'],
    ['reactReminder', 'task', 'react'],
    ['dialogueSettled', null, undefined],
    ['dialogueLapsed', null, undefined],
    ['newLink', 'task', 'sign'],
    ['newLink', 'case', undefined],
  ];

/** Only what a letter reads of its rows. */
function sourceOf(
  [template, link, kind]: (typeof onPaper)[number],
  language: Language,
  ordinal: number,
): LetterSource {
  const task = kind && { kind, state: 'open', deadline: '2026-03-12' };
  return {
    municipality: sodertalje,
    letter: {
      template,
      link,
      language,
      ordinal,
      letter_key: 'key',
      attachments: [],
      recipient_name: 'Åsa Öberg',
      recipient_email: '',
      recipient_postal: 'Gatan 1',
    },
    found: {
      number: 'KFN 26/114',
      organisation_name: 'Mälarens Simsällskap',
      process: 'accession',
    },
    task,
    coordinator: { name: 'Bo Ek', email: '' },
    signatories: [
      { assignee_name: 'Bo Ek', assignee_email: '', deadline: '2026-03-12' },
      { assignee_name: 'Eva Ek', assignee_email: 'eva@ek.example', deadline: '2026-03-12' },
    ],
    url: 'https://samverkan.example/sodertalje/parties',
    now: new Date('2026-03-01T10:00:00Z'),
  } as unknown as LetterSource;
}

const cases = languages.flatMap((language) =>
  onPaper.flatMap((letter) => [1, 2].map((nth) => [language, ...letter, nth] as const)),
);

describe('on paper', () => {
  it.each(cases)('in %s %s (%s, %s) speaks of paper', (language, template, link, kind, nth) => {
    const source = sourceOf([template, link, kind], language, nth);
    const { title, paragraphs } = paperParts(letterContent(source), source);
    const text = [title, ...paragraphs].join('\n');
    const aboutScreens =
      /mejl|l\u00e4nk|klick|pdf|skr\u00e4ppost|(?<!andra )sidan|this e-mail|an e-mail|e-mailed|link|click|spam|page/i;
    expect(text).not.toMatch(aboutScreens);
    expect(text).toContain('KFN 26/114');
    if (link !== null) expect(text).toContain('Box 100, 151 00 Södertälje');
    expect(paragraphs[0]).toMatch(/Åsa Öberg/);
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
  });

  it('says how to answer what is asked', () => {
    const sign = sourceOf(['signatureRequested', 'task', 'sign'], 'sv', 1);
    expect(paperParts(letterContent(sign), sign).paragraphs.join()).toContain(
      'skriv under den bifogade texten',
    );
    const complete = sourceOf(['completionRequested', 'task', 'complete'], 'sv', 1);
    expect(paperParts(letterContent(complete), complete).paragraphs.join()).toContain(
      'skriv svaren på frågorna',
    );
  });

  it('does not take two without an address for one person', () => {
    const source = sourceOf(['applicationApproved', 'case', undefined], 'sv', 1);
    const text = paperParts(letterContent(source), source).paragraphs.join();
    expect(text).toContain('Nu väntar vi på underskrift av Bo Ek och Eva Ek');
  });

  it('leaves mails as they are', () => {
    const [mail] = Object.values(everyLetter());
    expect(mail?.why).toContain('mejlet');
  });
});
