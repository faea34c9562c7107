import { unclearBounce } from '../../domain/bounces/reasons';
import { i18n } from '../shared/i18n/setup';
import type { DeskTexts } from './use-desk-texts';

/** What the desk calls things that processes name by codes of their own. */
type Family = 'who' | 'taskKinds' | 'taskStates' | 'letterNames' | 'eventNames' | 'actors';

/** The desk's word for a code; the code itself where a process has one that the desk does not know. */
export function wordFor(family: Family, code: string, t: DeskTexts): string {
  return textAt(`desk:${family}.${code}`, t) ?? code;
}

/** What an entry of the audit chain says. */
export function eventName(event: string, t: DeskTexts): string {
  return textAt(`common:events.${event}`, t) ?? wordFor('eventNames', event, t);
}

/** What happened and what to do about something that needs attention. */
export function attentionSentence(code: string, t: DeskTexts): string {
  if (code.startsWith('smtp.')) return t('attention.mail', { code });
  const cause = bounceCause(code, t);
  if (cause !== undefined && code !== unclearBounce) return t('attention.bounce', { cause });
  const rule = textAt(`common:errors.${code}`, t);
  if (rule !== undefined) return t('attention.rule', { rule });
  return textAt(`desk:attention.codes.${code}`, t) ?? t('attention.other', { code });
}

/** Why a letter came back by mail, as the end of a sentence; undefined for any other cause. */
export function bounceCause(code: string | null, t: DeskTexts): string | undefined {
  return code?.startsWith('bounce.') ? textAt(`desk:${code}`, t) : undefined;
}

function textAt(key: string, t: DeskTexts): string | undefined {
  return i18n.exists(key) ? (t as (key: string) => string)(key) : undefined;
}
