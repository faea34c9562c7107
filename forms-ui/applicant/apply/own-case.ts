import type { Keeper } from '../../shared/storage';

const keyOf = (municipalityId: string) => `${municipalityId}/own-case`;

/** Remembers from which case of theirs somebody goes on to report a change. */
export function rememberOwnCase(keeper: Keeper, municipalityId: string, caseId: string): void {
  keeper.write(keyOf(municipalityId), caseId);
}

/** The case that somebody has come from. */
export function readOwnCase(keeper: Keeper, municipalityId: string): string | undefined {
  return keeper.read(keyOf(municipalityId));
}

/** Whoever's link has ended reports as anybody can. */
export function forgetOwnCase(keeper: Keeper, municipalityId: string): void {
  keeper.remove(keyOf(municipalityId));
}
