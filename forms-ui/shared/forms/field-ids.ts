/** Id of the control for the answer at a path; of the first one where there are several. */
export function fieldElementId(path: string): string {
  return `field-${path}`;
}
