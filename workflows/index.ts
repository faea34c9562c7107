export { accession } from './accession';
