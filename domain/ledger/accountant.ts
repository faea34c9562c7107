import type { Contact, Municipality } from '../municipality';

/** Who says what was used of the money that a body received: its accountant, or its secretary. */
export function accountantOf(
  { ledger }: Pick<Municipality, 'ledger'>,
  { id, secretary_name: name, secretary_email: email }: Body,
): Contact {
  return ledger?.accounts[id]?.accountant ?? { name, email };
}

/** A body as the record has it. */
interface Body {
  id: string;
  secretary_name: string;
  secretary_email: string;
}
