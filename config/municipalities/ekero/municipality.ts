import type { Municipality } from '../../../domain/municipality';

export const ekero: Municipality = {
  id: 'ekero',
  name: 'Ekerö kommun',
  agreementName: {
    sv: 'policyn för samverkan med civilsamhället',
    en: 'the policy for cooperation with civil society',
  },
  office: { sv: 'Nämndkontor kultur och fritid', en: 'Culture and Leisure Office' },
  contactPoint: { name: 'Samverkansorganet', email: 'samverkansorganet@ekero.example' },
  sender: { name: 'Ekerö kommun', email: 'samverkansorganet@ekero.example' },
  caseOfficer: {
    name: 'Samverkansorganet',
    email: 'samverkansorganet@ekero.example',
    shared: true,
  },
  numbers: { committee: 'KS', separator: '', digits: 1 },
  languages: ['sv', 'en'],
  defaultLanguage: 'sv',
  keepDraftDays: 30,
  processes: {
    accession: {
      applicationForm: 'accession-application@1',
      tasks: {
        review: { form: 'accession-review@2', answerWithinDays: 14, remindAfterDays: [7, 12] },
        complete: { answerWithinDays: 21, remindAfterDays: [10, 18] },
        sign: { form: 'accession-signature@2', answerWithinDays: 30, remindAfterDays: [10, 24] },
        lapse: { form: 'accession-lapse@1', answerWithinDays: 14, remindAfterDays: [7] },
      },
    },
  },
};
