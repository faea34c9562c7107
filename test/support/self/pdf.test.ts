import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PDFDocument from 'pdfkit';
import { renderPdf } from '../../../activities/documents/render/render-pdf';
import { expectArchivable, pdfAttachments, pdfInfo, pdfText, pdfToPngs } from '../pdf';
import { suiteNeeding } from '../suites';

const ours = await renderPdf({
  language: 'sv',
  title: 'Överenskommelse & prov',
  letterhead: { municipality: 'Provköping', office: 'Kansliet', contact: 'prov@example.se' },
  reference: [{ label: 'Diarienummer', value: 'KS 26/114' }],
  blocks: [
    { kind: 'paragraph', text: 'Första sidan.' },
    { kind: 'pageBreak' },
    { kind: 'paragraph', text: 'Andra sidan.' },
  ],
  footer: 'Provköping',
  placeholderNote: 'Tecknet saknas.',
  pageLabel: 'Sida {{page}} av {{pages}}',
  createdAt: '2026-03-02T08:00:00Z',
  attachment: { name: 'prov.json', description: 'Prov', data: { prov: 1 } },
});

/** A document as pdfkit makes it when nothing is asked of it. */
async function plainPdf(): Promise<Buffer> {
  const document = new PDFDocument();
  document.text('Hej').end();
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

suiteNeeding('poppler')('reading a PDF', () => {
  it('gives its text, page after page', () => {
    expect(pdfText(ours)).toMatch(/Första sidan\.[\s\S]*Andra sidan\./);
  });

  it('gives what it says of itself', () => {
    expect(pdfInfo(ours)).toMatchObject({
      Title: 'Överenskommelse & prov',
      Pages: '2',
      Tagged: 'yes',
    });
  });

  it('gives the names of what is attached', () => {
    expect(pdfAttachments(ours)).toEqual(['prov.json']);
  });

  it('gives a picture of each page', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'samverkan-png-'));
    expect(pdfToPngs(ours, directory).map((file) => path.basename(file))).toEqual([
      'page-1.png',
      'page-2.png',
    ]);
    rmSync(directory, { recursive: true });
  });
});

suiteNeeding('verapdf')('an archivable PDF', () => {
  it('is told from one that is not, in the same run', async () => {
    await expectArchivable([ours]);
    await expect(expectArchivable([ours, await plainPdf()])).rejects.toThrow(/1\.pdf 3a/);
  });
});
