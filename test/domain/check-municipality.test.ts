import { describe, expect, it } from '@jest/globals';
import { configuredMunicipalities } from '../../config/municipalities';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { focusAreas } from '../../config/processes/focus-areas';
import { municipalityFaults } from '../../domain/check-municipality';
import type { Asks, Municipality } from '../../domain/municipality';
import { fullShape } from '../support/full-shape';

function asking(asks: Asks, changes: Partial<Municipality> = {}): Municipality {
  const { accession } = fullShape.processes;
  const consult = { ...accession.tasks['consult']!, asks };
  const tasks = { ...accession.tasks, consult };
  return { ...fullShape, ...changes, processes: { accession: { ...accession, tasks } } };
}

const all = { kind: 'all' } as const;

describe('municipalityFaults', () => {
  it('finds nothing in what is installed', () => {
    const installed = configuredMunicipalities.map(({ municipality }) => municipality);
    expect([...installed, fullShape].flatMap(municipalityFaults)).toEqual([]);
  });

  it.each<[string, Municipality, string]>([
    ['a group that is not there', asking({ group: 'board', rule: all }), 'there is no group board'],
    [
      'a quorum beyond the group',
      asking({ group: 'partnershipGroup', rule: { kind: 'atLeast', count: 4 } }),
      '4 can never answer, the group has 3',
    ],
    [
      'a quorum of nobody',
      asking({ group: 'partnershipGroup', rule: { kind: 'atLeast', count: 0 } }),
      'a quorum is at least one',
    ],
    [
      'a member twice',
      asking(
        { group: 'g', rule: all },
        {
          groups: {
            g: {
              name: { sv: 'G', en: 'G' },
              members: [
                { name: 'A', email: 'a@x.example' },
                { name: 'A', email: 'A@x.example' },
              ],
            },
          },
        },
      ),
      'a@x.example is in the group g twice',
    ],
  ])('names %s', (_name, municipality, fault) => {
    expect(municipalityFaults(municipality)).toEqual([`sodertalje: accession, consult: ${fault}`]);
  });

  it('names what choosing focus areas lacks', () => {
    const choosing = (most: number, tasks = focusAreas.tasks): Municipality => ({
      ...sodertalje,
      followUp: { opensOn: '09-15', focusAreas: { chosenBy: 'parties', most } },
      processes: { ...sodertalje.processes, focusAreas: { ...focusAreas, tasks } },
    });
    expect(municipalityFaults(choosing(3))).toEqual([]);
    expect(municipalityFaults(choosing(0))).toEqual(['sodertalje: focus areas: there are 1 to 19']);
    expect(municipalityFaults(choosing(3, {}))).toEqual(
      ['shortlist', 'voteFocus', 'breakTie'].map(
        (kind) => `sodertalje: focus areas: the task ${kind} is not configured`,
      ),
    );
  });
});
