export { accession } from './accession';
export { draftKeeping } from './draft-keeping';
export { partyChange } from './party-change';
export { partyExclusion } from './party-exclusion';
