import { createContext, useContext } from 'react';
import type { FileAnswer } from '../../../domain/forms/types';

/** Where the files of a form go while it is being filled in. */
export interface Uploads {
  /** Sends a file; tells how much of it has gone, from 0 to 1. */
  add(file: File, onProgress: (share: number) => void): Promise<FileAnswer>;
  remove(file: FileAnswer): Promise<void>;
  /** Where the file can be fetched; undefined when it no longer can. */
  href(file: FileAnswer): string | undefined;
}

export const UploadsContext = createContext<Uploads | undefined>(undefined);

/** Where files go; a form with files must be inside a provider. */
export function useUploads(): Uploads {
  const uploads = useContext(UploadsContext);
  if (!uploads) throw new Error('a file field needs somewhere to send its files');
  return uploads;
}
