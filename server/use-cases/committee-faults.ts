import { officialNames } from '../../database/repositories/official.repository';
import { DomainError } from '../../domain/errors';
import type { Fault } from '../../domain/forms/types';
import type { Changing } from './hand-over-matters';

/** What was answered in the form of a change or a correction. */
export type Answers = Readonly<Partial<Record<string, string>>>;

/** What was read stands no more, or never did: whoever was first is named. */
export async function refuseLate(
  { tx, municipalityId }: Changing,
  all: readonly { corrects: string | null; recorded_by: string | null }[],
  corrects: string | undefined,
): Promise<never> {
  const by = all.find((each) => each.corrects === corrects)?.recorded_by;
  const name = by ? (await officialNames(tx, municipalityId, [by])).get(by) : undefined;
  throw name
    ? new DomainError('committee.changedBy', {}, {}, { name })
    : new DomainError('committee.changed');
}

/** Refuses an answer of a form with a sentence of its own. */
export function fault(field: string, code: Fault): never {
  throw new DomainError('form.invalid', {}, { [field]: code });
}
