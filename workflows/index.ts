export { accession } from './accession';
export { budgetTransfer } from './budget-transfer';
export { circulation } from './circulation';
export { commission } from './commission';
export { committeeMatter } from './committee-matter';
export { draftKeeping } from './draft-keeping';
export { partyChange } from './party-change';
export { partyExclusion } from './party-exclusion';
