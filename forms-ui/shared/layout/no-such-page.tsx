import { useMunicipality } from './municipality-context';
import { NotFound } from './not-found';

/** An address of a municipality that leads nowhere. */
export function NoSuchPage() {
  const { id, name } = useMunicipality();
  return <NotFound site={name} home={`/${id}`} />;
}
