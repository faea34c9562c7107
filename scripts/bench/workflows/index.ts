export { accession, followUp } from '../../../workflows';
export { peersCase } from './peers-case';
export { peersWithLocalActivities, peersWithOrdinaryActivities } from './plain-peers';
export { plainAccession } from './plain-accession';
