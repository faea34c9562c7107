import { describe, expect, it } from '@jest/globals';
import { addressed, addressees, unreached } from '../../../domain/committees/addressees';

const of = (id: string, sv: string, en: string) => ({
  name: { sv, en },
  mailbox: { name: sv, email: `${id}@ekero.example` },
});
const offices = [
  of('ledning', 'Kommunledningskontoret', 'Municipal Management Office'),
  of('social', 'Socialförvaltningen', 'Social Services Office'),
  { ...of('hamn', 'Hamnbolaget', 'The Port Company'), kind: 'company' as const },
];
const committees = [of('SN', 'Socialnämnden', 'Social Services Committee')];

const reached = (recipients: string) =>
  addressees(recipients, { offices, committees }).map(({ mailbox: { email } }) => email);

describe('a decision is sent', () => {
  it('to the offices and committees that stand among its recipients, whatever their case', () => {
    expect(reached('Akten\nkommunledningskontoret\n Socialnämnden. ')).toEqual([
      'ledning@ekero.example',
      'SN@ekero.example',
    ]);
    expect(reached('Social Services Office')).toEqual(['social@ekero.example']);
  });

  it('to all of them where the minutes say so, as in 003', () => {
    expect(reached('Samtliga nämnder\nSamtliga förvaltningschefer')).toEqual([
      'ledning@ekero.example',
      'social@ekero.example',
      'SN@ekero.example',
    ]);
  });

  it('to companies by their own names, and never as offices', () => {
    expect(reached('Hamnbolaget')).toEqual(['hamn@ekero.example']);
    expect(reached('Samtliga kontor')).not.toContain('hamn@ekero.example');
    expect(reached('Samtliga bolag')).toEqual(['hamn@ekero.example']);
    expect(unreached('Samtliga bolag', { offices, committees })).toEqual([]);
  });

  it('to nobody by a part of a name', () => {
    expect(reached('Socialnämndens arkiv\nAkten\n')).toEqual([]);
  });

  it('to an address that stands on its line', () => {
    const lines = 'Akten\nFöreningen Ax, info@ax.example\nBo Björk <bo@b.example>.\nc@c.example.';
    expect(addressed(lines)).toEqual([
      { name: 'Föreningen Ax', email: 'info@ax.example' },
      { name: 'Bo Björk', email: 'bo@b.example' },
      { name: 'c@c.example', email: 'c@c.example' },
    ]);
  });

  it('in another way to those whom nothing reaches, who are listed', () => {
    const lines =
      'Akten\nSocialnämnden\nSamtliga nämnder\nFöreningen Ax\n ax@ax.example \n\nLänsstyrelsen';
    expect(unreached(lines, { offices, committees })).toEqual(['Föreningen Ax', 'Länsstyrelsen']);
  });
});
