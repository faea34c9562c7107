import type { Texts } from '../i18n/use-texts';
import { ApiError } from './client';

/** What went wrong and what to do, for the reader. The server's own sentence when it gave one. */
export function problemSentence(error: unknown, t: Texts): string {
  if (!(error instanceof ApiError)) return t('common:errors.system.unexpected');
  return error.problem?.detail ?? t('common:errors.system.unavailable');
}

/** Whether an answer was refused because of the one-time code that came with it. */
export function isAboutCode(error: unknown): boolean {
  return error instanceof ApiError && error.problem?.code.startsWith('code.') === true;
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ApiError && error.problem?.code === code;
}
