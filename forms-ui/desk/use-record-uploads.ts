import { useMemo } from 'react';
import type { Uploads } from '../shared/fields/uploads-context';
import { useMunicipality } from '../shared/layout/municipality-context';
import { addRecord, deskRecordPath } from './endpoints';

/** Files of a form that become records of a case as soon as they are chosen. */
export function useRecordUploads(caseId: string): Uploads {
  const { id } = useMunicipality();
  return useMemo<Uploads>(
    () => ({
      add: (file) => addRecord(id, caseId, file),
      // What has come in stays in the case; it is only no longer named by the answer.
      remove: () => Promise.resolve(),
      href: (file) => deskRecordPath(id, caseId, { kind: 'files', id: file.id }),
    }),
    [id, caseId],
  );
}
