import type { Localized } from '../language';

/** Who may stand among the recipients of a decision. */
export interface Addressee {
  /** Neither office nor committee. */
  kind?: 'company';
  name: Localized;
  mailbox: { name: string; email: string };
}

/** How minutes write that everybody of a kind gets a decision (003). */
const everyCommittee = /^(samtliga|alla) nämnder$|^all committees$/;
const everyOffice =
  /^(samtliga|alla) (kontor|förvaltningar|förvaltningschefer|kontorschefer)$|^all offices$/;
const everyCompany = /^(samtliga|alla) (kommunala )?bolag$|^all companies$/;

/** What stands among the recipients without being one: the case's own file. */
const ownFile = /^(akten|till akten|diariet|the file)$/;

/** Those whom the municipality can reach by name. */
interface Directory<A extends Addressee> {
  offices: readonly A[];
  committees: readonly A[];
}

/**
 * Whom a decision is sent to among those whom the municipality can reach: each recipient stands on a
 * line of its own, by the name of the office or committee. What nobody answers to is only read.
 */
export function addressees<A extends Addressee>(
  recipients: string,
  { offices, committees }: Directory<A>,
): A[] {
  const lines = linesOf(recipients).map(plain);
  const isNamed = ({ name }: A) => Object.values(name).some((own) => lines.includes(plain(own)));
  const all = (pattern: RegExp) => lines.some((line) => pattern.test(line));
  return [
    ...offices.filter(
      (office) => all(office.kind === 'company' ? everyCompany : everyOffice) || isNamed(office),
    ),
    ...committees.filter((committee) => all(everyCommittee) || isNamed(committee)),
  ];
}

/** Recipients with an e-mail address on their line, under what else stands there. */
export function addressed(recipients: string): Addressee['mailbox'][] {
  return linesOf(recipients).flatMap((line) => {
    const email = emailOn(line);
    if (email === undefined) return [];
    const name = line
      .replace(email, '')
      .replaceAll(/[<>()]/g, '')
      .replaceAll(/^[\s.,;:–-]+|[\s.,;:–-]+$/g, '');
    return [{ name: name === '' ? email : name, email }];
  });
}

/** The lines of the recipients that nothing is sent to: whoever they mean gets the decision in another way. */
export function unreached(recipients: string, directory: Directory<Addressee>): string[] {
  return linesOf(recipients).filter((line) => {
    const isKnown = ownFile.test(plain(line)) || emailOn(line) !== undefined;
    const isOfAll = [everyOffice, everyCompany, everyCommittee].some((all) =>
      all.test(plain(line)),
    );
    return !isKnown && !isOfAll && addressees(line, directory).length === 0;
  });
}

function linesOf(recipients: string): string[] {
  return recipients
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function emailOn(line: string): string | undefined {
  return /[^\s<>(),;:@]+@[^\s<>(),;:@]+\.[^\s<>(),;:@.]+/.exec(line)?.[0];
}

function plain(text: string): string {
  return text
    .trim()
    .replace(/[.,;]$/, '')
    .toLocaleLowerCase('sv');
}
