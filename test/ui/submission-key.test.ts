import { z } from 'zod';
import { submissionKeys } from '../../forms-ui/shared/forms/submission-key';
import { keeper } from '../../forms-ui/shared/storage';
import { MemoryStorage } from './memory-storage';

let browser: MemoryStorage;

/** A tab of the browser with the form open. */
function openTab(storage = new MemoryStorage()) {
  const keys = submissionKeys(
    'form',
    keeper(() => storage),
    keeper(() => browser),
  );
  keys.begin();
  return { keys, storage };
}

beforeEach(() => {
  browser = new MemoryStorage();
});

describe('submission key', () => {
  it('is a UUID, the same at every attempt and after a reload', () => {
    const { keys, storage } = openTab();
    const key = keys.keyFor('org');
    expect(z.uuid().safeParse(key).success).toBe(true);
    expect(keys.keyFor('org')).toBe(key);
    expect(openTab(storage).keys.keyFor('org')).toBe(key);
  });

  it('is shared by two tabs about one organisation, also after one of them has sent', () => {
    const first = openTab();
    const second = openTab();
    const key = first.keys.keyFor('org');
    first.keys.finish();
    expect(second.keys.keyFor('org')).toBe(key);
  });

  it('differs for another organisation, so that its application is not taken for the first', () => {
    const first = openTab();
    const second = openTab();
    const key = first.keys.keyFor('org');
    first.keys.finish();
    expect(second.keys.keyFor('other')).not.toBe(key);
  });

  it('is new for the next application', () => {
    const { keys, storage } = openTab();
    const key = keys.keyFor('org');
    keys.finish();
    expect(openTab(storage).keys.keyFor('org')).not.toBe(key);
  });

  it('of a later application is left alone by a tab from before', () => {
    const before = openTab();
    const key = before.keys.keyFor('org');
    openTab().keys.finish();
    const later = openTab();
    const next = later.keys.keyFor('third');
    expect(next).not.toBe(key);
    before.keys.finish();
    expect(openTab().keys.keyFor('third')).toBe(next);
  });

  it('stays the same while the page is open where nothing can be kept', () => {
    browser.full = true;
    const full = new MemoryStorage();
    full.full = true;
    const { keys } = openTab(full);
    const key = keys.keyFor('org');
    expect(z.uuid().safeParse(key).success).toBe(true);
    expect(keys.keyFor('org')).toBe(key);
  });
});
