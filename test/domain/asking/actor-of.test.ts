import { actorOf } from '../../../domain/asking/actor-of';
import { languages } from '../../../domain/language';
import { roles } from '../../../domain/process';
import enDesk from '../../../domain/texts/en/desk.json' with { type: 'json' };
import svDesk from '../../../domain/texts/sv/desk.json' with { type: 'json' };

/** Roles of letters: several people at once, or people who are told and not asked. */
const toldOnly = ['signer', 'partyContacts', 'transferParties'];

describe('who the record says has answered', () => {
  it('is the applicant only in a case that the organisation has begun', () => {
    expect(actorOf('coordinator')).toBe('applicant');
    expect(actorOf('partyCoordinator')).toBe('respondent');
    expect(actorOf('controller')).toBe('controller');
  });

  it.each(languages)(
    'has a word in every case that can be read in the timeline (%s)',
    (language) => {
      const { actors } = { sv: svDesk, en: enDesk }[language];
      const asked = roles.filter((role) => !toldOnly.includes(role));
      const unnamed = asked.map(actorOf).filter((actor) => !Object.hasOwn(actors, actor));
      expect(unnamed).toEqual([]);
    },
  );
});
