import type { WheelActRequest } from '../../../domain/api/follow-up';
import type { WheelActKind } from '../../../domain/follow-up/wheel';
import type { FormDefinition, FormField } from '../../../domain/forms/types';
import type { Language } from '../../../domain/language';
import type { TypedAnswers } from '../../shared/forms/typed-answers';

/** Those that say on which day the year is to open. */
const withDay: readonly WheelActKind[] = ['move', 'restore'];

/** The form of what is done to a year. Ids of its fields carry both, since several stand on one page. */
export function wheelActForm(kind: WheelActKind, year: number): FormDefinition {
  const dayField: FormField = { id: fieldId(kind, year, 'day'), type: 'date', required: true };
  const reasonField: FormField = {
    ...{ id: fieldId(kind, year, 'reason'), type: 'longText' },
    ...{ required: true, maxLength: 2000 },
  };
  const textsIn = (language: Language) =>
    Object.fromEntries(
      Object.entries({ ...shared[language], ...own[language][kind] }).map(([key, text]) => [
        key.replace(/^field\.(\w+)/, (_, id: string) => `field.${fieldId(kind, year, id)}`),
        text.replaceAll('{year}', String(year)),
      ]),
    );
  return {
    id: `wheel-${kind}`,
    version: 1,
    retentionYears: 0,
    bindings: {},
    pages: [{ id: 'act', fields: [...(withDay.includes(kind) ? [dayField] : []), reasonField] }],
    texts: { sv: textsIn('sv'), en: textsIn('en') },
  };
}

/** What was typed into it, as the server takes it. */
export function wheelActOf(kind: WheelActKind, year: number, typed: TypedAnswers): WheelActRequest {
  const text = (field: string) => {
    const value = typed[fieldId(kind, year, field)];
    return typeof value === 'string' ? value : '';
  };
  const reason = text('reason');
  return withDay.includes(kind) ? { kind, day: text('day'), reason } : { kind, reason };
}

function fieldId(kind: WheelActKind, year: number, field: string): string {
  return `${kind}${year}${field.charAt(0).toUpperCase()}${field.slice(1)}`;
}

const shared: Record<Language, Record<string, string>> = {
  sv: {
    'page.act': 'Åtgärd',
    'field.day': 'Vilken dag ska den öppna?',
    'field.day.help': 'En dag under {year}, eller i januari året efter.',
    'field.day.error.required': 'Välj dagen när uppföljningen ska öppna',
    'field.reason': 'Varför?',
    'field.reason.help': 'Skälet står på den här sidan tillsammans med ditt namn.',
    'field.reason.error.required': 'Skriv varför',
  },
  en: {
    'page.act': 'Action',
    'field.day': 'On which day should it open?',
    'field.day.help': 'A day in {year}, or in the January after it.',
    'field.day.error.required': 'Choose the day on which the follow-up should open',
    'field.reason': 'Why?',
    'field.reason.help': 'The reason stands on this page together with your name.',
    'field.reason.error.required': 'Write why',
  },
};

type Own = Record<WheelActKind, Record<'title' | 'intro' | 'send', string>>;

const own: Record<Language, Own> = {
  sv: {
    move: {
      title: 'Flytta uppföljningen {year}',
      intro: 'Uppföljningen öppnar en annan dag det här året. Andra år ändras inte.',
      send: 'Flytta uppföljningen {year}',
    },
    skip: {
      title: 'Ställ in uppföljningen {year}',
      intro: 'Ingen får några frågor det här året. Nästa år öppnar uppföljningen som vanligt.',
      send: 'Ställ in uppföljningen {year}',
    },
    restore: {
      title: 'Planera uppföljningen {year} igen',
      intro: 'Uppföljningen är inställd. Nu öppnar den ändå, den dag du väljer.',
      send: 'Planera uppföljningen {year} igen',
    },
    openNow: {
      title: 'Öppna uppföljningen {year} nu',
      intro: 'Alla parter, kontor och bolag får sina frågor i dag. Det går inte att ångra.',
      send: 'Öppna uppföljningen {year} nu',
    },
  },
  en: {
    move: {
      title: 'Move the follow-up of {year}',
      intro: 'The follow-up opens on another day this year. Other years do not change.',
      send: 'Move the follow-up of {year}',
    },
    skip: {
      title: 'Cancel the follow-up of {year}',
      intro: 'Nobody is asked this year. Next year the follow-up opens as usual.',
      send: 'Cancel the follow-up of {year}',
    },
    restore: {
      title: 'Plan the follow-up of {year} again',
      intro: 'The follow-up is cancelled. Now it opens after all, on the day you choose.',
      send: 'Plan the follow-up of {year} again',
    },
    openNow: {
      title: 'Open the follow-up of {year} now',
      intro: 'All parties, offices and companies are asked today. This cannot be undone.',
      send: 'Open the follow-up of {year} now',
    },
  },
};
