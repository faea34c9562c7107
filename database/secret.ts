import { randomBytes } from 'node:crypto';

/** 256 random bits, safe in a URL fragment and in a cookie. The database keeps only its hash. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
