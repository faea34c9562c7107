import { findClaim, rolesIn } from '../../domain/officials';

describe('roles in a municipality', () => {
  it.each([
    [
      ['sodertalje:registrar', 'sodertalje:officer'],
      ['registrar', 'officer'],
    ],
    ['sodertalje:auditor', ['auditor']],
    [['ekero:administrator', 'staff', 'sodertalje:mayor'], []],
    [['registrar', 'sodertalje', 'sodertalje:', ':registrar', 'SODERTALJE:registrar'], []],
    [[['sodertalje:registrar'], { role: 'sodertalje:registrar' }, null, 7], []],
    [undefined, []],
    [{ sodertalje: 'registrar' }, []],
  ])('of the claim %j are %j', (claim, roles) => {
    expect(rolesIn('sodertalje', claim)).toEqual(roles);
  });
});

describe('a claim', () => {
  const roles = ['sodertalje:officer'];

  it('is found by its name, also where the name has dots', () => {
    expect(findClaim({ roles }, 'roles')).toBe(roles);
    const name = 'https://login.example.se/roles';
    expect(findClaim({ [name]: roles }, name)).toBe(roles);
  });

  it('is found inside others by the path to it', () => {
    expect(findClaim({ realm_access: { roles } }, 'realm_access.roles')).toBe(roles);
  });

  it('is undefined where there is none, and never something every object has', () => {
    for (const name of [
      'roles',
      'realm_access.roles',
      'constructor',
      'a.constructor',
      'a.length',
    ]) {
      expect(findClaim({ a: 'text' }, name)).toBeUndefined();
    }
  });
});
