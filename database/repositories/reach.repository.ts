import { randomUUID } from 'node:crypto';
import type { Tx } from '../database';
import { currentAddresses } from './address.repository';

/** Somebody in a case as their letters name them; the e-mail address is empty where they have none. */
export interface Reader {
  name: string;
  email: string;
}

/** How they are reached from now on: by post, by an address they have got, or as it was before. */
export type Reach = { postal: string } | { newEmail: string } | 'asBefore';

export function isSamePerson(a: Reader, b: Reader): boolean {
  return a.email === b.email && (a.email !== '' || a.name === b.name);
}

/** Keeps how a person in a case is reached from now on. */
export async function decideReach(
  tx: Tx,
  municipalityId: string,
  { caseId, reader, reach, at }: { caseId: string; reader: Reader; reach: Reach; at: Date },
): Promise<void> {
  const by: { postal?: string; newEmail?: string } = reach === 'asBefore' ? {} : reach;
  await tx
    .insertInto('reached_otherwise')
    .values({
      id: randomUUID(),
      municipality_id: municipalityId,
      case_id: caseId,
      name: reader.name,
      email: reader.email,
      new_email: by.newEmail ?? null,
      postal: by.postal ?? null,
      decided_at: at,
    })
    .execute();
}

/** Somebody with an e-mail address, or a postal one, or both: then letters go by post. */
type Reached = Reader & { postal?: string };

/** What has been corrected and decided in a case: gives a person as letters reach them now. */
export async function reachNow(
  tx: Tx,
  municipalityId: string,
  caseId: string,
): Promise<<P extends Reached>(person: P) => P> {
  const corrected = await currentAddresses(tx, municipalityId, caseId);
  const decided = await tx
    .selectFrom('reached_otherwise')
    .select(['name', 'email', 'new_email', 'postal'])
    .where('municipality_id', '=', municipalityId)
    .where('case_id', '=', caseId)
    .orderBy('position')
    .execute();
  return (person) => {
    const first = { ...person, email: person.email && corrected(person.email) };
    return decided.reduce((now, { new_email: newEmail, postal, ...reader }) => {
      if (!isSamePerson(now, reader)) return now;
      const mailed = { ...now };
      delete mailed.postal;
      if (newEmail !== null) return { ...mailed, email: newEmail };
      const way = postal ?? person.postal;
      return { ...mailed, ...(way !== undefined && { postal: way }) };
    }, first);
  };
}
