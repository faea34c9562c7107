import type { ErrorCode } from './errors';

/** A code is six digits, mailed to whoever answers a question that asks for one. */
const digits = 6;
export const codeLifetimeMs = 10 * 60 * 1000;
const mostTries = 5;

/** So few can be asked for in an hour that guessing leads nowhere. */
export const codesPerHour = 5;

/** How a code stands that was mailed. */
export interface CodeStand {
  expiresAt: Date;
  tries: number;
  usedAt: Date | null;
}

/** Why a code cannot be tried any more, whatever is typed; undefined where it can. */
export function codeRefusal(code: CodeStand | undefined, now: Date): ErrorCode | undefined {
  if (!code || code.usedAt) return 'code.none';
  if (code.tries >= mostTries) return 'code.spent';
  return now >= code.expiresAt ? 'code.expired' : undefined;
}

/** A number below a million as the code it stands for. */
export function asCode(number: number): string {
  return String(number).padStart(digits, '0');
}

/** A code as it was typed or pasted, without what mail programs and people put between the digits. */
export function normalizeCode(typed: string): string {
  return typed.replace(/[\s-]/g, '');
}

/** An address, told to whoever knows it and nobody else: `a…@lyktan.example`. */
export function maskedAddress(email: string): string {
  const [name = '', domain = ''] = email.split('@');
  return `${Array.from(name).slice(0, 1).join('')}…@${domain}`;
}
