import { useMemo } from 'react';
import { filesPath, removeDraftFile } from '../../shared/api/endpoints';
import { upload } from '../../shared/api/upload';
import type { Uploads } from '../../shared/fields/uploads-context';
import { useMunicipality } from '../../shared/layout/municipality-context';
import type { ApplicationDraft } from './use-application-draft';

/** Files go into the draft on the server, which the first of them begins. */
export function useDraftUploads({ keep, onServer }: ApplicationDraft): Uploads {
  const { id: municipality } = useMunicipality();
  const id = onServer?.kept.id;
  return useMemo(
    () => ({
      async add(file, onProgress) {
        const path = filesPath(municipality, { kind: 'draft', id: await keep() });
        return upload(path, file, onProgress);
      },
      async remove(file) {
        if (id !== undefined) await removeDraftFile(municipality, id, file.id);
      },
      href: (file) =>
        id === undefined ? undefined : filesPath(municipality, { kind: 'draft', id }, file.id),
    }),
    [municipality, id, keep],
  );
}
