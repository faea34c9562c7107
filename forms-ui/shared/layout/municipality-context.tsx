import { createContext, useContext } from 'react';
import type { MunicipalityView } from '../../../domain/api/shapes';

export const MunicipalityContext = createContext<MunicipalityView | undefined>(undefined);

/** The municipality whose pages these are. */
export function useMunicipality(): MunicipalityView {
  const municipality = useContext(MunicipalityContext);
  if (!municipality) throw new Error('used outside a municipality');
  return municipality;
}
