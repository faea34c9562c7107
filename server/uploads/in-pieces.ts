import type { Readable } from 'node:stream';

const pieceSize = 256 * 1024;

/**
 * A stream's bytes in pieces of 256 kB, the last one smaller; none when it is empty. Whoever stops
 * early leaves the rest in the stream: a sender who is cut off would never hear why.
 */
export async function* inPieces(content: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let length = 0;
  for await (const bytes of content.iterator({ destroyOnReturn: false })) {
    const received = bytes as Buffer;
    held.push(received);
    length += received.length;
    while (length >= pieceSize) {
      const all = Buffer.concat(held);
      yield all.subarray(0, pieceSize);
      held = [all.subarray(pieceSize)];
      length -= pieceSize;
    }
  }
  if (length > 0) yield Buffer.concat(held);
}
