import * as letters from '../../activities/mail/letters/index';
import { renderLetter } from '../../activities/mail/render-letter';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { languages, type Language } from '../../domain/language';

const parametersIn = (language: Language) => ({
  ...{ municipality: sodertalje, language, number: 'KFN 26/114', process: 'followUp' },
  ...{ organisationName: 'Uppföljning 2026', deadline: '2026-10-13', ordinal: 1 },
  recipient: { name: 'Åsa Öberg', email: 'asa@lyktan.example', shared: false },
  url: 'https://samverkan.example/sodertalje/task#tok_Xy9-',
});

const names = [
  ...(['followUpAsked', 'followUpReminder', 'followUpPublished'] as const),
  ...(['commentRequested', 'commentReminder', 'commentOverdue'] as const),
  ...(['reviewReportRequested', 'reviewReportReminder', 'reviewReportOverdue'] as const),
  ...(['planRequested', 'planReminder', 'planOverdue', 'planAdopted'] as const),
  ...(['planHolds', 'planRefused'] as const),
  ...(['shortlistRequested', 'shortlistReminder', 'shortlistOverdue'] as const),
  ...(['voteFocusAsked', 'voteFocusReminder'] as const),
  ...(['decideFocusRequested', 'decideFocusReminder', 'decideFocusOverdue'] as const),
  ...(['breakTieRequested', 'breakTieReminder', 'breakTieOverdue'] as const),
];

describe.each(languages)('letters of the follow-up in %s', (language) => {
  const parameters = parametersIn(language);

  it.each(names)('%s leaves no placeholder unfilled and says why it comes', (name) => {
    const letter = letters.simpleLetter(name, parameters);
    const { subject, text, html } = renderLetter(letter, sodertalje);
    expect(`${subject}\n${text}\n${html}`).not.toMatch(/\{\{|\}\}|undefined|null|\[object/);
    expect(letter.why).toMatch(language === 'sv' ? /^Du får det här mejlet/ : /^You get this/);
    expect(letter.subject).toMatch(/KFN 26\/114$/);
    // What is put into a sentence is not lost on the way.
    expect(text).not.toMatch(/[^\S\n]{2}| [,.]/);
  });

  it('name the focus areas that were chosen, or say that none were', () => {
    const chosen = (areas: string[]) => {
      const letter = letters.focusAreasChosen({ ...parameters, chosen: { year: 2026, areas } });
      return renderLetter(letter, sodertalje).text;
    };
    expect(chosen(['Lokaler', 'Unga <b>']).replace(/\s+/g, ' ')).toContain('Lokaler Unga <b> ');
    expect(chosen([])).toMatch(language === 'sv' ? /inga fokusområden/ : /no focus areas/);
  });

  it('list what can be voted for to whoever votes on paper', () => {
    const recipient = { ...parameters.recipient, email: '', byPost: true };
    const ballot = ['Välj högst 3:', 'Lokaler: Det saknas tider.', 'Unga'];
    const { paragraphs } = letters.voteFocusAsked({ ...parameters, recipient, ballot });
    expect(paragraphs.slice(1, 4)).toEqual(ballot);
    expect(letters.voteFocusAsked(parameters).paragraphs).toHaveLength(3);
  });

  it('remind of the parts that are left, or that only sending is', () => {
    const reminder = (left?: string[]) =>
      letters.followUpReminder({ ...parameters, left }).paragraphs;
    expect(reminder()).toHaveLength(3);
    expect(reminder(['Dialog', 'Kvalitet'])[1]).toMatch(
      language === 'sv' ? /Kvar att svara på: Dialog, Kvalitet\.$/ : /Left .*: Dialog, Kvalitet\.$/,
    );
    expect(reminder([])[1]).toMatch(language === 'sv' ? /skicka dem\.$/ : /send them\.$/);
  });
});
