/** What a signed-in person of the municipality may do; what each may is decided at every endpoint. */
export const officialRoles = [
  'administrator',
  'registrar',
  'officer',
  'secretary',
  'controller',
  'auditor',
] as const;
export type OfficialRole = (typeof officialRoles)[number];

/** Everybody who may look at the desk. */
export const deskReaders: readonly OfficialRole[] = officialRoles;

/** Who keeps the diary: gives numbers, enters paper, marks secrecy. */
export const diaryKeepers: readonly OfficialRole[] = ['administrator', 'registrar'];

export function keepsDiary({ roles }: Pick<Official, 'roles'>): boolean {
  return roles.some((role) => diaryKeepers.includes(role));
}

/** Who works with cases: everybody but those who only read. */
export const caseWorkers: readonly OfficialRole[] = ['administrator', 'registrar', 'officer'];

export function worksWithCases({ roles }: Pick<Official, 'roles'>): boolean {
  return roles.some((role) => caseWorkers.includes(role));
}

/** Who records what a committee has decided, and keeps its calendar. */
export const committeeSecretaries: readonly OfficialRole[] = ['administrator', 'secretary'];

export function recordsDecisions({ roles }: Pick<Official, 'roles'>): boolean {
  return roles.some((role) => committeeSecretaries.includes(role));
}

/** Who writes down what happened at a dialogue forum, and who signed there. */
export const forumKeepers: readonly OfficialRole[] = [...caseWorkers, 'secretary'];

export function keepsForums({ roles }: Pick<Official, 'roles'>): boolean {
  return roles.some((role) => forumKeepers.includes(role));
}

/** Who files a record: whoever keeps the diary in any case, a secretary in a committee's, those of a forum in its. */
export const recordFilers: readonly OfficialRole[] = forumKeepers;

/** Who answers what is asked of each only after signing in. */
const answerers: Readonly<Record<string, readonly OfficialRole[]>> = {
  decide: committeeSecretaries,
  minutes: committeeSecretaries,
  report: committeeSecretaries,
  verify: ['controller'],
  account: ['controller', 'secretary'],
  rest: ['controller'],
  appraise: ['controller'],
  notes: forumKeepers,
  handOver: forumKeepers,
};

export const signedInAnswerers: readonly OfficialRole[] = [
  ...new Set(Object.values(answerers).flat()),
];

/** Whether a question of a kind is for somebody; a link answers none of these. */
export function mayAnswer({ roles }: Pick<Official, 'roles'>, kind: string): boolean {
  return roles.some((role) => answerers[kind]?.includes(role) ?? false);
}

/** Who sends a matter to committees. */
export const matterSenders: readonly OfficialRole[] = [...caseWorkers, 'secretary'];

export function sendsMatters({ roles }: Pick<Official, 'roles'>): boolean {
  return roles.some((role) => matterSenders.includes(role));
}

/** Who keeps the ledger: records budgets and reverses what was posted wrongly. */
export const ledgerKeepers: readonly OfficialRole[] = ['administrator', 'controller'];

export function keepsLedger({ roles }: Pick<Official, 'roles'>): boolean {
  return roles.some((role) => ledgerKeepers.includes(role));
}

/** Who turns the year's wheel otherwise than it turns by itself. */
export const wheelTurners: readonly OfficialRole[] = ['administrator'];

export function turnsWheel({ roles }: Pick<Official, 'roles'>): boolean {
  return roles.some((role) => wheelTurners.includes(role));
}

/** Who keeps the groups that are asked together: names members, ends and extends their terms. */
export const groupKeepers: readonly OfficialRole[] = ['administrator', 'officer'];

export function keepsGroups({ roles }: Pick<Official, 'roles'>): boolean {
  return roles.some((role) => groupKeepers.includes(role));
}

/** Who may see what is marked as secret. An auditor sees that it is there. */
const secrecyReaders: readonly OfficialRole[] = [
  'administrator',
  'registrar',
  'officer',
  'secretary',
];

export function maySeeSecrets({ roles }: Pick<Official, 'roles'>): boolean {
  return roles.some((role) => secrecyReaders.includes(role));
}

/** A person of the municipality who has signed in. */
export interface Official {
  /** Who it is for the provider of sign-in, and in the audit chain; never a name. */
  subject: string;
  name: string;
  /** Empty where the provider tells none. */
  email: string;
  roles: readonly OfficialRole[];
}

/**
 * The roles in one municipality that a claim gives, such as `["sodertalje:registrar"]`. A claim may
 * be one text or a list; what is no role of ours, or another municipality's, counts for nothing.
 */
export function rolesIn(municipalityId: string, claim: unknown): OfficialRole[] {
  const given: unknown[] = Array.isArray(claim) ? claim : [claim];
  return officialRoles.filter((role) => given.includes(`${municipalityId}:${role}`));
}

/**
 * The claim with a name: one that has it literally (`https://example.se/roles`), else the one a path
 * of names leads to (`realm_access.roles`). Undefined when there is none.
 */
export function findClaim(claims: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((within, step) => {
    const isParent = typeof within === 'object' && within !== null && Object.hasOwn(within, step);
    return isParent ? (within as Record<string, unknown>)[step] : undefined;
  }, claims);
}
