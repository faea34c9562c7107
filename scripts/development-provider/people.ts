import type { Municipality } from '../../domain/municipality';
import { officialRoles, type OfficialRole } from '../../domain/officials';

/** Somebody made up, to sign in as. */
export interface MadeUpPerson {
  subject: string;
  name: string;
  email: string;
  municipality: string;
  role: OfficialRole;
}

const names: Record<OfficialRole, string> = {
  administrator: 'Ada Lund',
  registrar: 'Rut Holm',
  officer: 'Otto Ek',
  secretary: 'Siv Ahl',
  controller: 'Clara Dal',
  auditor: 'Rune Falk',
};

/** One for each role in each municipality. */
export function madeUpPeople(municipalities: readonly Municipality[]): MadeUpPerson[] {
  return municipalities.flatMap(({ id }) =>
    officialRoles.map((role) => ({
      subject: `${id}-${role}`,
      name: names[role],
      email: `${role}@${id}.example`,
      municipality: id,
      role,
    })),
  );
}
