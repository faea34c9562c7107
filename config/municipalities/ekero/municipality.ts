import type { Municipality } from '../../../domain/municipality';
import { budgetSettlement } from '../../processes/budget-settlement';
import { budgetTransfer } from '../../processes/budget-transfer';
import { circulation, committeeMatter } from '../../processes/circulation';
import { commission } from '../../processes/commission';
import { dialogueForum } from '../../processes/dialogue-forum';
import { firstAgreement } from '../../processes/first-agreement';
import { raisedAppropriation } from '../../processes/raised-appropriation';
import { committees } from './committees';
import { ledger } from './ledger';
import { offices } from './offices';

export const ekero: Municipality = {
  id: 'ekero',
  name: 'Ekerö kommun',
  agreementName: {
    sv: 'policyn för samverkan med civilsamhället',
    en: 'the policy for cooperation with civil society',
  },
  office: { sv: 'Nämndkontor kultur och fritid', en: 'Culture and Leisure Office' },
  contactPoint: { name: 'Samverkansorganet', email: 'samverkansorganet@ekero.example' },
  postalAddress: ['Nämndkontor kultur och fritid', 'Box 100', '178 00 Ekerö'],
  sender: { name: 'Ekerö kommun', email: 'samverkansorganet@ekero.example' },
  caseOfficer: {
    name: 'Samverkansorganet',
    email: 'samverkansorganet@ekero.example',
    shared: true,
  },
  controller: { name: 'Controllern', email: 'controller@ekero.example', shared: true },
  // Every office names a representative (003); nothing is asked of the group until a process is configured so.
  groups: {
    cooperationBody: {
      name: { sv: 'Samverkansorganet', en: 'The cooperation body' },
      members: [
        {
          name: 'Representant för kultur och fritid',
          email: 'kultur.samverkan@ekero.example',
          side: 'municipality',
          represents: 'Nämndkontor kultur och fritid',
        },
        {
          name: 'Representant för socialkontoret',
          email: 'social.samverkan@ekero.example',
          side: 'municipality',
          represents: 'Nämndkontor social',
        },
        {
          name: 'Representant för civilsamhället',
          email: 'civilsamhallet@ekero.example',
          side: 'sector',
          represents: 'Civilsamhället',
        },
      ],
    },
  },
  numbers: { committee: 'KS', separator: '', digits: 1 },
  committees,
  ledger,
  offices,
  languages: ['sv', 'en'],
  defaultLanguage: 'sv',
  keepDraftDays: 30,
  processes: {
    accession: {
      usuallyWithinDays: { received: 14, reviewing: 14, awaitingSignature: 21 },
      applicationForm: 'accession-application@1',
      tasks: {
        review: {
          form: 'accession-review@2',
          delegation: 'KS delegationsordning 3.2',
          answerWithin: { workingDays: 10 },
          remindAfter: [5, 8],
        },
        complete: { answerWithin: { workingDays: 15 }, remindAfter: [7, 12] },
        sign: {
          form: 'accession-signature@2',
          answerWithin: { workingDays: 20 },
          remindAfter: [7, 16],
        },
        lapse: {
          form: 'accession-lapse@1',
          delegation: 'KS delegationsordning 3.3',
          answerWithin: { workingDays: 10 },
          remindAfter: [5],
        },
      },
    },
    partyChange: {
      applicationForm: 'party-change@1',
      tasks: {
        confirm: {
          form: 'party-change-confirmation@1',
          answerWithin: { workingDays: 15 },
          remindAfter: [5, 11],
        },
        lapse: {
          form: 'party-change-lapse@1',
          answerWithin: { workingDays: 10 },
          remindAfter: [5],
        },
      },
    },
    partyExclusion: {
      applicationForm: 'party-exclusion@1',
      tasks: {
        hear: {
          form: 'party-hearing@1',
          answerWithin: { workingDays: 15 },
          remindAfter: [7, 12],
        },
        review: {
          form: 'party-exclusion-decision@1',
          answerWithin: { workingDays: 10 },
          remindAfter: [5, 8],
        },
      },
    },
    circulation: { ...circulation, numbers: { committee: 'KS', separator: '', digits: 1 } },
    committeeMatter,
    commission,
    budgetTransfer: {
      ...budgetTransfer,
      numbers: { committee: 'KS', separator: '', digits: 1 },
      bodies: ['KSAU', 'KS'],
    },
    budgetSettlement: {
      ...budgetSettlement,
      numbers: { committee: 'KS', separator: '', digits: 1 },
      tasks: {
        ...budgetSettlement.tasks,
        rest: {
          form: 'budget-settlement-rest@1',
          delegation: 'KS delegationsordning 4.6',
          answerWithin: { workingDays: 10 },
          remindAfter: [5, 8],
        },
      },
    },
    dialogueForum,
    firstAgreement,
    raisedAppropriation: {
      ...raisedAppropriation,
      numbers: { committee: 'KS', separator: '', digits: 1 },
    },
  },
};
