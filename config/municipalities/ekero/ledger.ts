import type { LedgerConfiguration } from '../../../domain/ledger/coding';

/** Made-up account coding: what the municipality's own accounts are called is theirs to fill in. */
export const ledger: LedgerConfiguration = {
  source: 'KF',
  dimensions: [{ number: 20, name: { sv: 'Ansvar', en: 'Responsibility' } }],
  accounts: {
    KF: {
      name: { sv: 'Kommunfullmäktige', en: 'Municipal Council' },
      account: '2990',
      objects: {},
    },
    KS: {
      name: { sv: 'Kommunstyrelsen', en: 'Municipal Executive Board' },
      account: '4900',
      objects: { 20: '10' },
    },
    KFN: {
      name: { sv: 'Kultur- och fritidsnämnden', en: 'Culture and Leisure Committee' },
      account: '4900',
      objects: { 20: '30' },
    },
    SN: {
      name: { sv: 'Socialnämnden', en: 'Social Services Committee' },
      account: '4900',
      objects: { 20: '40' },
    },
    BUN: {
      name: { sv: 'Barn- och utbildningsnämnden', en: 'Children and Education Committee' },
      account: '4900',
      objects: { 20: '50' },
    },
  },
};
