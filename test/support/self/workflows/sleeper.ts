import { setHandler, defineQuery, sleep } from '@temporalio/workflow';

export const mornings = defineQuery<string[]>('mornings');

/** Sleeps this many days, one at a time, and says when each morning was. */
export async function sleeper(days: number): Promise<string[]> {
  const seen: string[] = [];
  setHandler(mornings, () => seen);
  for (let day = 0; day < days; day++) {
    await sleep('1 day');
    seen.push(new Date().toISOString());
  }
  return seen;
}
