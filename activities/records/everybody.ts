import type { Tx } from '../../database/database';
import { coordinatorsOfParties } from '../../database/repositories/party.repository';
import type { Municipality } from '../../domain/municipality';
import { reachedAt } from '../../domain/signatories';
import { asPerson } from './people';
import type { Person } from './person';

/** Somebody who is told of something, by a key that stays the same. */
export interface Listener extends Person {
  key: string;
}

/** The coordinators of all parties as the register has them now, and the municipality's offices and companies. */
export async function everybodyInvolved(tx: Tx, municipality: Municipality): Promise<Listener[]> {
  const parties = await coordinatorsOfParties(tx, municipality.id);
  return [
    ...parties.map((party) => ({
      ...{ key: `party/${party.id}`, name: party.coordinator_name, language: party.language },
      ...reachedAt(party.coordinator_email, party.coordinator_postal ?? undefined),
    })),
    ...(municipality.offices ?? []).map(({ id, mailbox }) => ({
      ...{ ...asPerson(municipality, mailbox), key: `office/${id}` },
    })),
  ];
}

/** Each address once, as it comes first: nobody gets the same letter twice. Who has none is reached by post. */
export function onceByAddress<P extends Pick<Person, 'email'>>(people: readonly P[]): P[] {
  const seen = new Set<string>();
  return people.filter(({ email }) => {
    const address = email.toLowerCase();
    if (address === '') return true;
    if (seen.has(address)) return false;
    seen.add(address);
    return true;
  });
}
