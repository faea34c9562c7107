import { stockholmDate } from '../calendar';

/**
 * Whether a body had decided before what it could read beside the matter was put right: at an earlier meeting, or
 * the same day with its decision recorded before.
 * @param meeting `YYYY-MM-DD`
 */
export function decidedBefore(
  { meeting, recordedAt }: { meeting: string; recordedAt: Date | null },
  correctedAt: Date,
): boolean {
  const day = stockholmDate(correctedAt);
  return meeting < day || (meeting === day && recordedAt !== null && recordedAt < correctedAt);
}
