import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where mail about letters that did not arrive comes back to. */
export interface BounceMailbox {
  /** `name@domain`; each letter has an address of its own behind the name. */
  address: string;
  /** What shows that such an address is one of ours. */
  secret: string;
}

/** One time that a letter was sent. One that came back and is sent again is another. */
export interface Sending {
  municipalityId: string;
  letterId: string;
  /** What its row says as `sent_at` once it was taken. */
  sentAt: Date;
}

// Servers may write addresses in small letters, and let the part before the @ be 64 characters.
const base = 36;
const idLength = 25;
const timeLength = 9;
const macLength = 16;
const macBytes = 10;

const pattern = new RegExp(
  `^([a-z0-9]{${idLength}})\\.([a-z0-9]{${timeLength}})\\.([a-z0-9]{${macLength}})$`,
);

/**
 * The address that a letter is sent from, so that whatever comes back says by its own address which letter
 * it is about: `studs+<letter>.<when>.<code>@…`. The code binds it to the municipality.
 */
export function bounceAddress(mailbox: BounceMailbox, sending: Sending): string {
  const [name, domain] = mailbox.address.split('@');
  const letter = inBase(BigInt(`0x${sending.letterId.replaceAll('-', '')}`), idLength);
  const when = inBase(BigInt(sending.sentAt.getTime()), timeLength);
  return `${name}+${letter}.${when}.${codeOf(mailbox, sending)}@${domain}`;
}

/** Which sending an address is about; undefined for one that we have not made. */
export function readBounceAddress(
  mailbox: BounceMailbox,
  address: string,
  municipalityIds: Iterable<string>,
): Sending | undefined {
  const [name, domain] = mailbox.address.toLowerCase().split('@');
  const [local = '', host] = address.toLowerCase().split('@');
  if (host !== domain || !local.startsWith(`${name}+`)) return undefined;
  const [, letter, when, code] = pattern.exec(local.slice(local.indexOf('+') + 1)) ?? [];
  if (letter === undefined || when === undefined || code === undefined) return undefined;
  const letterId = idFrom(letter);
  const sentAt = new Date(parseInt(when, base));
  for (const municipalityId of municipalityIds) {
    const sending = { municipalityId, letterId, sentAt };
    if (isSame(codeOf(mailbox, sending), code)) return sending;
  }
  return undefined;
}

function codeOf({ secret }: BounceMailbox, { municipalityId, letterId, sentAt }: Sending): string {
  const digest = createHmac('sha256', secret)
    .update(`${municipalityId}/${letterId}/${sentAt.getTime()}`)
    .digest('hex');
  return inBase(BigInt(`0x${digest.slice(0, 2 * macBytes)}`), macLength);
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function inBase(value: bigint, length: number): string {
  return value.toString(base).padStart(length, '0');
}

function idFrom(letter: string): string {
  let value = 0n;
  for (const digit of letter) value = value * BigInt(base) + BigInt(parseInt(digit, base));
  const hex = value.toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
