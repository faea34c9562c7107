import { setTimeout as sleep } from 'node:timers/promises';

/** The beginning of a PNG and of a JPEG: enough to be known by. */
export const png = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489',
  'hex',
);
export const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

/** A small PDF, encrypted or not; `padding` bytes of content that nobody reads. */
export function aPdf({ encrypted = false, padding = 0 } = {}): Buffer {
  const trailer = encrypted ? '<< /Root 1 0 R /Encrypt 5 0 R >>' : '<< /Root 1 0 R >>';
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%'),
    Buffer.alloc(padding, 'x'),
    Buffer.from(`\ntrailer ${trailer}\n%%EOF\n`),
  ]);
}

/** An SVG that would run a script in whoever opened it in a page. */
export const scriptedSvg = Buffer.from(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
);

/** A PDF of a length that comes in small pieces and is never in memory as a whole. */
export function flowingPdf(bytes: number): ReadableStream<Uint8Array> {
  const beginning = aPdf();
  const piece = new Uint8Array(64 * 1024).fill(0x78);
  let sent = 0;
  return new ReadableStream({
    async pull(controller) {
      if (sent >= bytes) return controller.close();
      // Lets the receiver keep up, as a network would.
      await sleep(0);
      const next = sent === 0 ? beginning : piece.slice(0, Math.min(piece.length, bytes - sent));
      sent += next.length;
      controller.enqueue(next);
    },
  });
}
