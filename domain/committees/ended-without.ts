/** What stands in a case whose body is no more while nobody has taken over what it had. */
export function endedWithout(committee: string): { key: string; code: string } {
  return { key: `committee.endedWithout/${committee}`, code: 'committee.endedWithout' };
}
