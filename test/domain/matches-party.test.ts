import { matchesParty } from '../../domain/register/matches-party';

const party = {
  organisationName: 'Östertälje Byalag',
  organisationNumber: '802002-4280',
  accededOn: '2026-05-04',
  agreementVersion: 1,
  contact: null,
};

describe('search in the register', () => {
  it.each([
    '',
    '  ',
    'östertälje',
    'o\u0308stertälje',
    'östertälje   byalag',
    'BYA',
    '802002-4280',
    '8020024280',
    '16802002 4280',
    '802002–4280',
    '802002−4280',
    '２００２',
    '2002',
  ])('finds %j', (search) => {
    expect(matchesParty(party, search)).toBe(true);
  });

  it.each(['ostertalje klubb', '9', '802002-4281', '-'])('does not find %j', (search) => {
    expect(matchesParty(party, search)).toBe(false);
  });

  it('finds one without a number by name only', () => {
    const nameless = { ...party, organisationNumber: null };
    expect(matchesParty(nameless, 'bya')).toBe(true);
    expect(matchesParty(nameless, '802002')).toBe(false);
  });
});
