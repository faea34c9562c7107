import { timed } from './at-once';

/** How much of each measure; smaller for a quick look, larger for a quiet answer. */
export interface Amount {
  rounds: number;
  /** Accessions per round. */
  accessions: number;
  /** Peers' cases per round. */
  peers: number;
  /** Requests to each route, and letters. */
  single: number;
}

/** Cases per second of each variant, round by round. */
export type Rates<V extends string> = Record<V, number[]>;

/**
 * Runs the variants in turn, round after round, so that what happens on the machine meanwhile
 * happens to all of them. Each is warmed up before.
 */
export async function ratesOf<V extends string>(
  variants: readonly V[],
  { rounds, cases, warmUp }: { rounds: number; cases: number; warmUp: number },
  run: (variant: V, cases: number) => Promise<void>,
): Promise<Rates<V>> {
  const rates = Object.fromEntries(variants.map((variant) => [variant, []])) as unknown as Rates<V>;
  for (const variant of variants) await run(variant, warmUp);
  for (let round = 0; round < rounds; round++) {
    for (const variant of variants) {
      rates[variant].push((cases / (await timed(() => run(variant, cases)))) * 1000);
    }
  }
  return rates;
}
