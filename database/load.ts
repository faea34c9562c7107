import type { AgreementText } from '../domain/agreement';
import type { Language } from '../domain/language';
import type { Municipality } from '../domain/municipality';
import type { Database } from './database';
import { fingerprint } from './fingerprint';
import { addAgreementVersion } from './repositories/agreement.repository';
import { loadCommittee } from './repositories/committee.repository';
import { loadGroup } from './repositories/group.repository';

/** A municipality of the configuration, with the agreement it has adopted, if any. */
export interface MunicipalityToLoad {
  municipality: Municipality;
  agreement?: {
    version: number;
    adoptedOn: string;
    effectiveFrom: string;
    texts: Record<Language, AgreementText>;
  };
}

/** Makes the configured municipalities, their committees, groups and agreements known to the database. Repeatable. */
export async function loadMunicipalities(
  database: Database,
  configured: readonly MunicipalityToLoad[],
): Promise<void> {
  for (const { municipality, agreement } of configured) {
    await database.transaction(municipality.id, async (tx) => {
      await tx
        .insertInto('municipality')
        .values({ id: municipality.id, name: municipality.name })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: municipality.name }))
        .execute();
      for (const committee of municipality.committees ?? []) {
        await loadCommittee(tx, municipality.id, committee);
      }
      for (const [id, group] of Object.entries(municipality.groups ?? {})) {
        await loadGroup(tx, municipality.id, id, group);
      }
      if (!agreement) return;
      await addAgreementVersion(tx, municipality.id, {
        version: agreement.version,
        adopted_on: agreement.adoptedOn,
        effective_from: agreement.effectiveFrom,
        texts: agreement.texts,
        fingerprint: fingerprint(agreement.texts.sv),
      });
    });
  }
}
