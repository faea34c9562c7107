export { accession } from './accession';
export { draftKeeping } from './draft-keeping';
