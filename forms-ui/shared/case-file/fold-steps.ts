/** Something that happened, and what followed from it by itself, in the order it first came. */
export type Folded<E extends { event: string }> = E & {
  followed: { event: E['event']; count: number }[];
};

/** Puts what only follows from a step under that step; entries come and go oldest first. */
export function foldSteps<E extends { event: string }>(
  entries: readonly E[],
  consequences: readonly string[],
): Folded<E>[] {
  const steps: Folded<E>[] = [];
  for (const entry of entries) {
    const latest = steps.at(-1);
    if (latest && consequences.includes(entry.event)) countIn(latest, entry.event);
    else steps.push({ ...entry, followed: [] });
  }
  return steps;
}

function countIn<E extends { event: string }>({ followed }: Folded<E>, event: E['event']): void {
  const counted = followed.find((one) => one.event === event);
  if (counted) counted.count += 1;
  else followed.push({ event, count: 1 });
}
