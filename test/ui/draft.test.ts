import { accessionSignature } from '../../domain/forms/definitions/accession-signature';
import { accessionReview } from '../../domain/forms/definitions/accession-review';
import { forgetDraft, readDraft, writeDraft } from '../../forms-ui/shared/forms/draft';
import { startingAnswers } from '../../forms-ui/shared/forms/typed-answers';
import { keeper } from '../../forms-ui/shared/storage';
import { MemoryStorage } from './memory-storage';

let storage: MemoryStorage;
const tab = keeper(() => storage);

beforeEach(() => {
  storage = new MemoryStorage();
});

describe('draft', () => {
  it('comes back as it was typed', () => {
    expect(writeDraft(tab, 'a', { outcome: 'refuse', reasons: '  Skäl\n' })).toBe(true);
    expect(startingAnswers(accessionReview, readDraft(tab, 'a')?.answers)).toEqual({
      outcome: 'refuse',
      reasons: '  Skäl\n',
    });
  });

  it('is apart for each name and gone when forgotten', () => {
    writeDraft(tab, 'a', { outcome: 'approve' });
    expect(readDraft(tab, 'b')).toBeUndefined();
    forgetDraft(tab, 'a');
    expect(readDraft(tab, 'a')).toBeUndefined();
  });

  it('tells when the browser refuses to keep it', () => {
    storage.full = true;
    expect(writeDraft(tab, 'a', { outcome: 'approve' })).toBe(false);
  });

  it('is as if it were not there when storage is switched off', () => {
    const off = keeper(() => {
      throw new Error('SecurityError');
    });
    expect(writeDraft(off, 'a', {})).toBe(false);
    expect(readDraft(off, 'a')).toBeUndefined();
  });

  it.each(['', 'null', '7', '{"answers":', '{"other":1}'])('ignores %j', (stored) => {
    storage.setItem('samverkan.draft.a', stored);
    const answers = startingAnswers(accessionReview, readDraft(tab, 'a')?.answers);
    expect(answers).toEqual({ outcome: '', reasons: '' });
  });

  it('keeps only what still fits the form', () => {
    const typed = { outcome: 'postpone', reasons: 7, gone: 'x', authorised: 'yes' };
    expect(startingAnswers(accessionReview, typed)).toEqual({ outcome: '', reasons: '' });
    expect(startingAnswers(accessionSignature, typed)).toEqual({
      signedName: '',
      signedRole: '',
      authorised: false,
    });
  });
});
