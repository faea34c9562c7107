import { acceptedFiles, uploadFault, uploadLimits } from '../../domain/uploads';

const pdf = { name: 'a.pdf', type: 'application/pdf', bytes: 10, encrypted: false };

describe('a file', () => {
  it.each([
    [pdf],
    [{ ...pdf, name: 'A.PDF' }],
    [{ ...pdf, name: 'utan ändelse' }],
    [{ ...pdf, bytes: uploadLimits.bytes }],
    [{ ...pdf, name: 'a.b.jpeg', type: 'image/jpeg' }],
  ])('is taken: %j', (facts) => {
    expect(uploadFault(facts)).toBeUndefined();
  });

  it.each([
    ['file.empty', { ...pdf, bytes: 0, type: undefined }],
    ['file.tooLarge', { ...pdf, bytes: uploadLimits.bytes + 1 }],
    ['file.type', { ...pdf, name: 'a.svg', type: 'image/svg+xml' }],
    ['file.type', { ...pdf, name: 'a.docx', type: undefined }],
    ['file.mismatch', { ...pdf, type: 'application/zip' }],
    ['file.mismatch', { ...pdf, type: undefined }],
    ['file.mismatch', { ...pdf, name: 'a.png' }],
    ['file.mismatch', { ...pdf, name: 'a.pdf.exe' }],
    ['file.encrypted', { ...pdf, encrypted: true }],
  ])('is refused as %s: %j', (fault, facts) => {
    expect(uploadFault(facts)).toBe(fault);
  });

  it('is asked for by type and by name, for pickers that know only one of them', () => {
    expect(acceptedFiles).toContain('application/pdf,.pdf');
    expect(acceptedFiles).not.toContain('svg');
  });
});
