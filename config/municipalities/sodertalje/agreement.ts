import type { AgreementText } from '../../../domain/agreement';
import type { Language } from '../../../domain/language';
import { agreementEn } from './agreement-en';
import { agreementSv } from './agreement-sv';

/** Södertälje's agreement in force. The Swedish text is the one that is signed. */
export const sodertaljeAgreement: {
  /** Running number of the version, from 1. */
  version: number;
  /** `YYYY-MM-DD`, or `YYYY` where no more is known. */
  adoptedOn: string;
  /** Likewise. */
  effectiveFrom: string;
  texts: Record<Language, AgreementText>;
} = {
  version: 1,
  // The documents name the bodies and the year but not the council's day: the proposal is dated
  // 2018-05-24 (002), the culture and leisure committee's support was announced 2018-06-21 (000),
  // and half a year’s money is moved for 2018. Replace the year with the day in the minutes.
  adoptedOn: '2018',
  effectiveFrom: '2018',
  texts: { sv: agreementSv, en: agreementEn },
};
