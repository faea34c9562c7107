/** Why a letter that was sent came back, as its reader's mail server put it. */
export const bounceReasons = [
  'noMailbox',
  'noDomain',
  'closed',
  'full',
  'tooLarge',
  'blocked',
  'expired',
  'refused',
] as const;
export type BounceReason = (typeof bounceReasons)[number];

/** What stands at a letter about which something came back that only a person can read. */
export const unclearBounce = 'bounce.unclear';

/** The cause of a letter that came back by mail, as letters and attentions keep it. */
export function bounceCode(reason: BounceReason): string {
  return `bounce.${reason}`;
}

const bySubject: Readonly<Record<string, BounceReason>> = {
  '1.0': 'noMailbox',
  '1.1': 'noMailbox',
  '1.2': 'noDomain',
  '1.3': 'noMailbox',
  '1.4': 'noMailbox',
  '1.6': 'closed',
  '1.10': 'noMailbox',
  '2.1': 'closed',
  '2.2': 'full',
  '2.3': 'tooLarge',
  '3.4': 'tooLarge',
  '4.3': 'noDomain',
  '4.4': 'noDomain',
  '4.7': 'expired',
  '7.13': 'closed',
};

/**
 * What an enhanced status code means to the person who wrote the letter (RFC 3463 and IANA's registry of it,
 * with what Exchange makes of 5.1.10). A server that gave up on a passing fault (4.x.x) could not be reached
 * for days, unless it says more.
 *
 * @param status such as `5.1.1`; anything else is a refusal without a reason
 */
export function reasonOf(status: string): BounceReason {
  const [, kind, subject, detail] = /^([45])\.(\d{1,3})\.(\d{1,3})$/.exec(status) ?? [];
  if (kind === undefined) return 'refused';
  const known = bySubject[`${subject}.${detail}`];
  if (kind === '4') return known === 'full' || known === 'noDomain' ? known : lasting(subject);
  return known ?? (subject === '7' ? 'blocked' : 'refused');
}

function lasting(subject: string | undefined): BounceReason {
  return subject === '7' ? 'blocked' : 'expired';
}

/** Whether it says something of the address, rather than of the letter that went there. */
export function isAboutAddress(reason: BounceReason): boolean {
  return reason !== 'blocked' && reason !== 'tooLarge';
}
