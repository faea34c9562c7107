/** An e-mail address as addresses are compared. */
export function address(email: string): string {
  return email.trim().toLowerCase();
}
