import { randomUUID } from 'node:crypto';
import { bounceAddress, readBounceAddress } from '../../database/bounce-address';

const mailbox = { address: 'samverkan-s@studs.example.se', secret: 'x'.repeat(32) };
const ids = ['ekero', 'sodertalje'];
const sending = () => ({
  municipalityId: 'sodertalje',
  letterId: randomUUID(),
  sentAt: new Date('2026-11-23T14:04:11.123Z'),
});

describe('the address that a letter is sent from', () => {
  it('says which letter, when and whose, also in capitals, and fits before the @', () => {
    for (const letterId of [randomUUID(), '00000000-0000-4000-8000-000000000000']) {
      const sent = { ...sending(), letterId };
      const address = bounceAddress(mailbox, sent);
      expect(address.split('@')[0]!.length).toBeLessThanOrEqual(64);
      expect(readBounceAddress(mailbox, address, ids)).toEqual(sent);
      expect(readBounceAddress(mailbox, address.toUpperCase(), ids)).toEqual(sent);
    }
  });

  it('is of use to nobody who changes it, or who has another secret', () => {
    const address = bounceAddress(mailbox, sending());
    for (let place = 0; place < address.length; place += 1) {
      const changed = address[place] === 'a' ? 'b' : 'a';
      const forged = address.slice(0, place) + changed + address.slice(place + 1);
      expect(readBounceAddress(mailbox, forged, ids)).toBeUndefined();
    }
    const other = { ...mailbox, secret: 'y'.repeat(32) };
    expect(readBounceAddress(other, address, ids)).toBeUndefined();
    expect(readBounceAddress(mailbox, address, ['ekero'])).toBeUndefined();
    expect(readBounceAddress(mailbox, `x${address}`, ids)).toBeUndefined();
    expect(readBounceAddress(mailbox, mailbox.address, ids)).toBeUndefined();
  });
});
