export { nextInSeries } from '../../database/next-number';
