import { cleanLine, lengthInCharacters } from '../../domain/forms/clean-text';
import { DomainError } from '../../domain/errors';

const longestName = 200;

/**
 * The name of a file that is sent, from `Content-Disposition: attachment; filename*=UTF-8''…`
 * (RFC 6266), so that it stands in no address. Without folders, tidy, not too long.
 */
export function fileNameOf(disposition: string | undefined): string {
  const [, encoded] = /filename\*=utf-8''([^;\s]+)/i.exec(disposition ?? '') ?? [];
  const name = cleanLine(decode(encoded).replace(/^.*[\\/]/, ''));
  if (name === '' || lengthInCharacters(name) > longestName) {
    throw new DomainError('request.malformed');
  }
  return name;
}

function decode(encoded: string | undefined): string {
  try {
    return decodeURIComponent(encoded ?? '');
  } catch {
    throw new DomainError('request.malformed');
  }
}

/** The header with which a file is handed out: saved under its name, never shown in the page. */
export function attachmentNamed(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
