import { describe, expect, it } from '@jest/globals';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { accession } from '../../domain/processes/accession';
import { beginCase } from '../../domain/processes/begin';
import { fullShape } from '../support/full-shape';

describe('beginCase', () => {
  it('begins with the decision in the simple shape', () => {
    expect(beginCase(accession, sodertalje)).toEqual({ phase: 'review', generation: 1 });
  });

  it('begins with the check where a group gives its opinion', () => {
    const options = ['consult', 'countersign'];
    expect(beginCase(accession, fullShape)).toEqual({ phase: 'check', generation: 1, options });
  });

  it('takes each step by itself', () => {
    const { accession: full } = fullShape.processes;
    const tasks = { ...full.tasks };
    delete (tasks as Partial<typeof tasks>)['consult'];
    expect(beginCase(accession, { processes: { accession: { ...full, tasks } } })).toEqual({
      phase: 'review',
      generation: 1,
      options: ['countersign'],
    });
  });

  it('leaves out what the process does not know', () => {
    const plain = { ...accession, optional: {} };
    expect(beginCase(plain, fullShape)).toEqual({ phase: 'review', generation: 1 });
  });
});
