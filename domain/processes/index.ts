import { accession } from './accession';
import { budgetTransfer } from './budget-transfer';
import { budgetSettlement } from './budget-settlement';
import { circulation, committeeMatter } from './circulation';
import { commission } from './commission';
import { developmentPlan } from './development-plan';
import { dialogue } from './dialogue';
import { dialogueForum } from './dialogue-forum';
import { focusAreas } from './focus-areas';
import { firstAgreement } from './first-agreement';
import { followUp } from './follow-up';
import { newsletter } from './newsletter';
import { partyChange } from './party-change';
import { partyExclusion } from './party-exclusion';
import { raisedAppropriation } from './raised-appropriation';
import type { ProcessDefinition } from './definition';

/** Every process of the product. Its workflow is in `workflows/index.ts` under the same name. */
export const builtInProcesses: readonly ProcessDefinition[] = [
  accession,
  partyChange,
  partyExclusion,
  circulation,
  committeeMatter,
  commission,
  budgetTransfer,
  budgetSettlement,
  raisedAppropriation,
  followUp,
  dialogue,
  dialogueForum,
  developmentPlan,
  focusAreas,
  firstAgreement,
  newsletter,
];
