import type { Municipality } from '../../../domain/municipality';
import { budgetSettlement } from '../../processes/budget-settlement';
import { budgetTransfer } from '../../processes/budget-transfer';
import { circulation, committeeMatter } from '../../processes/circulation';
import { commission } from '../../processes/commission';
import { developmentPlan } from '../../processes/development-plan';
import { dialogue } from '../../processes/dialogue';
import { dialogueForum } from '../../processes/dialogue-forum';
import { focusAreas } from '../../processes/focus-areas';
import { followUp } from '../../processes/follow-up';
import { newsletter } from '../../processes/newsletter';
import { raisedAppropriation } from '../../processes/raised-appropriation';
import { committees } from './committees';
import { plannedPoints } from './development-plan';
import { ledger } from './ledger';
import { offices } from './offices';

export const sodertalje: Municipality = {
  id: 'sodertalje',
  name: 'Södertälje kommun',
  agreementName: { sv: 'samverkansöverenskommelsen', en: 'the partnership agreement' },
  office: { sv: 'Kultur- och fritidskontoret', en: 'Culture and Leisure Office' },
  contactPoint: { name: 'Kontaktpunkt samverkan', email: 'samverkan@sodertalje.example' },
  postalAddress: ['Kultur- och fritidskontoret', 'Box 100', '151 00 Södertälje'],
  sender: { name: 'Södertälje kommun', email: 'samverkan@sodertalje.example' },
  caseOfficer: {
    name: 'Handläggare samverkan',
    email: 'handlaggare@sodertalje.example',
    shared: true,
  },
  deputies: [
    { name: 'Ersättare för handläggaren', email: 'ersattare@sodertalje.example' },
    { name: 'Enhetschefen', email: 'enhetschef@sodertalje.example' },
  ],
  controller: { name: 'Controllern', email: 'controller@sodertalje.example', shared: true },
  groups: {
    partnershipGroup: {
      name: { sv: 'Samverkansgruppen', en: 'The partnership group' },
      members: [
        {
          name: 'Ledamot för kommunen',
          email: 'ledamot.kommunen@sodertalje.example',
          side: 'municipality',
          represents: 'Kultur- och fritidskontoret',
        },
        {
          name: 'Ledamot för föreningarna',
          email: 'ledamot.foreningar@sodertalje.example',
          side: 'sector',
          represents: 'Föreningarna',
        },
        {
          name: 'Ledamot för samfunden',
          email: 'ledamot.samfund@sodertalje.example',
          side: 'sector',
          represents: 'Samfunden',
        },
      ],
    },
  },
  numbers: { committee: 'KFN', separator: ' ', digits: 1 },
  followUp: {
    opensOn: '09-15',
    plan: { everyYears: 2, points: plannedPoints },
    focusAreas: { chosenBy: 'parties', most: 3 },
  },
  committees,
  ledger,
  offices,
  languages: ['sv', 'en'],
  defaultLanguage: 'sv',
  keepDraftDays: 30,
  processes: {
    accession: {
      usuallyWithinDays: { received: 14, reviewing: 14, awaitingSignature: 21 },
      applicationForm: 'accession-application@2',
      tasks: {
        review: {
          form: 'accession-review@2',
          delegation: 'KFN delegationsordning 3.2',
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
          delegation: 'KFN delegationsordning 3.3',
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
    circulation: { ...circulation, numbers: { committee: 'KS', separator: ' ', digits: 1 } },
    committeeMatter,
    commission,
    budgetTransfer: {
      ...budgetTransfer,
      numbers: { committee: 'KS', separator: ' ', digits: 1 },
      bodies: ['KS', 'KF'],
    },
    budgetSettlement: {
      ...budgetSettlement,
      numbers: { committee: 'KS', separator: ' ', digits: 1 },
      bodies: ['KS', 'KF'],
    },
    followUp: { ...followUp, bodies: ['KFN'] },
    dialogue,
    dialogueForum,
    developmentPlan,
    focusAreas,
    newsletter,
    raisedAppropriation: {
      ...raisedAppropriation,
      numbers: { committee: 'KS', separator: ' ', digits: 1 },
    },
  },
};
