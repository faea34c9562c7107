export { openCase, type CaseToOpen } from '../../database/open-case';
