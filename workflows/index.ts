export { accession } from './accession';
export { circulation } from './circulation';
export { committeeMatter } from './committee-matter';
export { draftKeeping } from './draft-keeping';
export { partyChange } from './party-change';
export { partyExclusion } from './party-exclusion';
