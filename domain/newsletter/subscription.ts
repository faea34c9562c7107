/** The process that keeps a subscription until it is confirmed, as the record and the relay name it; it has one phase. */
export const subscriptionKeeping = {
  process: 'subscriptionKeeping',
  phase: { phase: 'keep', generation: 1 },
};

/** Days that somebody has to confirm that they want the newsletter; then their address is removed. */
export const daysToConfirm = 7;

/** Letters that ask one address to confirm in that time: enough to lose some, too few to trouble a stranger. */
export const mostConfirmations = 3;

/** How many times in a row a server has refused the newsletter for good when the address is removed. */
export const mostRefusals = 2;

/**
 * How many newsletters in a row an address has refused. Mail servers take much that they return hours later, so
 * taking one undoes earlier refusals only when the one before it has not come back.
 */
export function refusalsAfter(
  before: number,
  { accepted, lastCameBack }: { accepted: boolean; lastCameBack: boolean },
): number {
  if (!accepted) return before + 1;
  return lastCameBack ? before : 0;
}

/** How a subscription has ended. */
export const departureWays = ['page', 'oneClick', 'desk', 'refused'] as const;
export type DepartureWay = (typeof departureWays)[number];

/** An address as it is compared: two that differ by capitals or spaces around them are one. */
export function addressKey(email: string): string {
  return email.trim().toLowerCase();
}

/** What another letter that asks to confirm needs; nothing is sent to an address that has had enough of them. */
export function mayAskAgain(
  { asked, askedAt }: { asked: number; askedAt: Date },
  now: Date,
): { asked: number } | null {
  const isNew = now.getTime() - askedAt.getTime() > daysToConfirm * 24 * 3600 * 1000;
  if (isNew) return { asked: 1 };
  return asked < mostConfirmations ? { asked: asked + 1 } : null;
}
