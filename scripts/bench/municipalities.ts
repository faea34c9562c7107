import { configuredMunicipalities } from '../../config/municipalities';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import type { Municipality } from '../../domain/municipality';

/**
 * Municipalities of their own, so that nobody takes another's cases for his own: the product's server
 * looks after the first, the bench's relay after the second, nobody after the third.
 */
export const product: Municipality = sodertalje;
const { processes } = sodertalje;
export const peers: Municipality = {
  ...sodertalje,
  id: 'peers',
  processes: { ...processes, peersCase: processes.accession },
};
export const plain: Municipality = { ...sodertalje, id: 'plain' };

/** Who have a hundred parties, and a thousand. */
export const someParties: Municipality = { ...sodertalje, id: 'some-parties' };
export const manyParties: Municipality = { ...sodertalje, id: 'many-parties' };

/** All of them with the same agreement, as the database loads them. */
export const benchMunicipalities = [product, peers, plain, someParties, manyParties].map(
  (municipality) => ({
    ...configuredMunicipalities.find((each) => each.municipality === sodertalje),
    municipality,
  }),
);
