/**
 * What may be known of an error that is not ours. Its message may not: it may quote what somebody
 * typed.
 */

/** Its code where it has one: of a socket, or PostgreSQL's SQLSTATE. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/** Outages end by themselves: PostgreSQL's classes 08, 53 and 57P, conflicts, and what sockets say. */
const outageCode =
  /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|08|53|57P|40001|40P01)/;

/** node-postgres gives no code to a connection that was cut. */
const cutConnection =
  /^(Connection terminated|Client (has encountered a connection error|was closed))/;

/** Whether trying again later may help, with nothing changed. */
export function isOutage(error: unknown): boolean {
  return (
    outageCode.test(codeOf(error)) || (error instanceof Error && cutConnection.test(error.message))
  );
}

/** Where it was thrown: the first frame of its stack, even if its message looks like one. */
export function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.stack) return undefined;
  const { stack, message } = error;
  const afterMessage = stack.indexOf(message) + message.length;
  const frames = stack.slice(afterMessage).split('\n');
  return frames.find((line) => line.startsWith('    at '))?.trim();
}
