import type { LinkTarget } from '../../../domain/api/shapes';
import type { Language } from '../../../domain/language';
import { ApiError } from '../api/client';
import { exchangeLink } from '../api/endpoints';
import { chosenLanguage } from '../i18n/choice';
import { currentLanguage, showLanguage } from '../i18n/setup';
import { browserKeeper } from '../storage';

/** The link in the address opens another kind of page than the one it was followed to. */
export class OtherPage extends Error {
  override readonly name = 'OtherPage';

  constructor(readonly kind: LinkTarget['kind']) {
    super(kind);
  }
}

// What each token of this visit opened; the session itself is a cookie no script can read.
const targets = new Map<string, LinkTarget>();

/**
 * Does something with what a link opens. Exchanges the link's token for a session when there is
 * none or it has run out, so a reload, a bookmark or a page left open overnight all work.
 */
export async function withLink<T>(
  municipality: string,
  token: string,
  kind: LinkTarget['kind'],
  action: (id: string) => Promise<T>,
): Promise<T> {
  const known = targets.get(token);
  if (known?.kind === kind) {
    try {
      return await action(known.id);
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 401)) throw error;
    }
  }
  const target = await exchangeLink(municipality, token);
  targets.set(token, target);
  if (!known) await speak(target.language);
  if (target.kind !== kind) throw new OtherPage(target.kind);
  return action(target.id);
}

/** A reader who has chosen no language is spoken to in the one the mail was written in. */
async function speak(language: Language): Promise<void> {
  if (chosenLanguage(browserKeeper) || language === currentLanguage()) return;
  // The page is there to be read, if need be in the language it began in.
  await showLanguage(language).catch(() => undefined);
}
