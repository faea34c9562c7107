import type { LedgerConfiguration } from '../../../domain/ledger/coding';

/** Made-up account coding: what the municipality's own accounts are called is theirs to fill in. */
export const ledger: LedgerConfiguration = {
  source: 'KF',
  dimensions: [
    { number: 20, name: { sv: 'Ansvar', en: 'Responsibility' } },
    { number: 21, name: { sv: 'Verksamhet', en: 'Activity' } },
  ],
  accounts: {
    KF: {
      name: { sv: 'Kommunfullmäktige', en: 'Municipal Council' },
      account: '2990',
      objects: { 20: '1000' },
    },
    KS: {
      name: { sv: 'Kommunstyrelsen', en: 'Municipal Executive Board' },
      account: '4950',
      objects: { 20: '1100', 21: '110' },
    },
    KFN: {
      name: { sv: 'Kultur- och fritidsnämnden', en: 'Culture and Leisure Committee' },
      account: '4950',
      objects: { 20: '3100', 21: '315' },
    },
    EN: {
      name: { sv: 'Enhörna kommundelsnämnd', en: 'Enhörna District Committee' },
      account: '4950',
      objects: { 20: '5100', 21: '110' },
    },
    HM: {
      name: { sv: 'Hölö-Mörkö kommundelsnämnd', en: 'Hölö-Mörkö District Committee' },
      account: '4950',
      objects: { 20: '5200', 21: '110' },
    },
    JÄ: {
      name: { sv: 'Järna kommundelsnämnd', en: 'Järna District Committee' },
      account: '4950',
      objects: { 20: '5300', 21: '110' },
    },
    VM: {
      name: { sv: 'Vårdinge-Mölnbo kommundelsnämnd', en: 'Vårdinge-Mölnbo District Committee' },
      account: '4950',
      objects: { 20: '5400', 21: '110' },
    },
  },
};
