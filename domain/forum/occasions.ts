import type { ListItem } from '../forms/lists';
import { inLanguages } from '../language';
import { translator } from '../texts';
import { occasionOf } from './forum';

/** What a meeting can be part of: the ways to a first agreement, each with meetings and workshops. */
export function occasionItems(ways: readonly { id: string; title: string }[]): ListItem[] {
  return ways.flatMap(({ id, title }) =>
    (['meeting', 'workshop'] as const).map((kind) => ({
      value: occasionOf(kind, id),
      label: inLanguages((language) =>
        translator(language, 'common')(`occasions.${kind}`, { title }),
      ),
    })),
  );
}
