/** Id of a field's control; of the first one where a field has several. */
export function fieldElementId(fieldId: string): string {
  return `field-${fieldId}`;
}
