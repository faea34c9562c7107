import en from '../../domain/texts/en/ui.json' with { type: 'json' };
import sv from '../../domain/texts/sv/ui.json' with { type: 'json' };
import type { Language } from '../../domain/language';

/** What the pages say, by language: for steps that are walked in either. */
export const words: Record<Language, typeof sv> = { sv, en };
