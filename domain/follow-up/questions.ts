import type { Localized } from '../language';
import type { RespondentKind } from './respondent';

/** Something that a respondent counts. */
export interface NumberQuestion {
  /** Letters, digits and hyphens; the same from year to year. */
  id: string;
  label: Localized;
  help?: Localized;
  /** Who is asked for it. */
  asks: readonly RespondentKind[];
}

/** What a municipality asks in its follow-up beside the agreement's principles. */
export interface FollowUpQuestions {
  /** Raised with every change, so that a form which has been asked stays what it was. */
  edition: number;
  /** What a complaint or an unclear matter can be about. */
  themes: readonly { id: string; name: Localized }[];
  numbers: readonly NumberQuestion[];
}

/** What is asked where a municipality has not chosen otherwise. */
export const standardQuestions: FollowUpQuestions = {
  edition: 1,
  themes: [
    { id: 'contact', name: { sv: 'Kontakt och bemötande', en: 'Contact and how we are met' } },
    { id: 'information', name: { sv: 'Information', en: 'Information' } },
    { id: 'influence', name: { sv: 'Delaktighet i beslut', en: 'Taking part in decisions' } },
    { id: 'support', name: { sv: 'Bidrag och annat stöd', en: 'Grants and other support' } },
    { id: 'contracts', name: { sv: 'Avtal och upphandling', en: 'Contracts and procurement' } },
    { id: 'premises', name: { sv: 'Lokaler', en: 'Premises' } },
    { id: 'discrimination', name: { sv: 'Diskriminering', en: 'Discrimination' } },
    { id: 'other', name: { sv: 'Något annat', en: 'Something else' } },
  ],
  numbers: [
    {
      id: 'members',
      label: { sv: 'Antal medlemmar', en: 'Number of members' },
      help: { sv: 'Räkna dem som är medlemmar i dag.', en: 'Count those who are members today.' },
      asks: ['organisation'],
    },
    {
      id: 'activities',
      label: {
        sv: 'Antal aktiviteter som ni har haft tillsammans med den andra sidan det senaste året',
        en: 'Number of activities you have held together with the other side in the past year',
      },
      help: { sv: 'En uppskattning räcker.', en: 'An estimate is enough.' },
      asks: ['organisation', 'office', 'company'],
    },
  ],
};
