import { builtInForms } from '../forms/registry';
import { accessionAddress } from '../pages';
import type { ProcessDefinition } from './definition';

/** An organisation accedes to the agreement (002, section 1). The language files are in its words. */
export const accession: ProcessDefinition = {
  name: 'accession',
  address: accessionAddress,
  firstPhase: 'review',
  optional: { consult: { firstPhase: 'check' }, countersign: {} },
  forms: builtInForms,
  underAgreement: true,
  onceByOrganisation: true,
};
