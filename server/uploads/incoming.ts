import type { Request } from 'express';
import { cleanLine, lengthInCharacters } from '../../domain/forms/clean-text';
import { DomainError } from '../../domain/errors';
import { fileNameOf } from './file-name';
import type { Incoming } from './receive-upload';

const longestNote = 200;

/** The file that a request sends as its body. */
export function incomingOf(request: Request): Incoming {
  const length = request.get('content-length');
  const announced = length === undefined ? undefined : Number(length);
  const name = fileNameOf(request.get('content-disposition'));
  return { name, announced, content: request };
}

/** A short note about it, in a header like its name, so that it stands in no address. */
export function noteOf(request: Request): string {
  try {
    const note = cleanLine(decodeURIComponent(request.get('content-description') ?? ''));
    if (lengthInCharacters(note) <= longestNote) return note;
  } catch {
    // Not percent-encoded.
  }
  throw new DomainError('request.malformed');
}
