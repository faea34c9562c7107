import type { Localized } from '../language';

/** Who may stand among the recipients of a decision. */
export interface Addressee {
  name: Localized;
  mailbox: { name: string; email: string };
}

/** How minutes write that everybody of a kind gets a decision (003). */
const everyCommittee = /^(samtliga|alla) nämnder$|^all committees$/;
const everyOffice =
  /^(samtliga|alla) (kontor|förvaltningar|förvaltningschefer|kontorschefer)$|^all offices$/;

/**
 * Whom a decision is sent to among those whom the municipality can reach: each recipient stands on a
 * line of its own, by the name of the office or committee. What nobody answers to is only read.
 */
export function addressees<A extends Addressee>(
  recipients: string,
  { offices, committees }: { offices: readonly A[]; committees: readonly A[] },
): A[] {
  const lines = recipients.split('\n').map((line) => plain(line));
  const isNamed = ({ name }: A) => Object.values(name).some((own) => lines.includes(plain(own)));
  const all = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  return [
    ...offices.filter((office) => all(everyOffice) || isNamed(office)),
    ...committees.filter((committee) => all(everyCommittee) || isNamed(committee)),
  ];
}

function plain(text: string): string {
  return text
    .trim()
    .replace(/[.,;]$/, '')
    .toLocaleLowerCase('sv');
}
