import { beforeAll, describe, expect, it } from '@jest/globals';
import { renderPdf } from '../../activities/documents/render/render-pdf';
import { page } from '../../activities/documents/render/theme';
import { pdfAttachments, pdfInfo, pdfText } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { aDecision, aDocument, anAgreement, hostileBlocks, sentence } from './documents';
import { attachedJson, fontsOf, metadataOf, structureOf, wordsOf } from './poppler';

/** In reading order, without line breaks. */
function flowing(text: string): string {
  return text.replace(/\s+/g, ' ');
}

describe('the same content', () => {
  it('gives the same bytes, whatever was rendered in between', async () => {
    const content = aDocument([{ kind: 'paragraph', text: 'Office, fin, affär: 1 < 2 & åäö.' }]);
    const first = await renderPdf(content);
    // U+FB01 is drawn with the glyph that the letters f and i share.
    await renderPdf(aDocument([{ kind: 'paragraph', text: 'ﬁ ﬂ ﬀ ﬃ i̇ 🎉' }]));
    await renderPdf(anAgreement('sv'));
    expect((await renderPdf(content)).equals(first)).toBe(true);
  });

  it('gives another file identifier than other content of the same title and time', async () => {
    const identifier = async (text: string) => {
      const pdf = await renderPdf(aDocument([{ kind: 'paragraph', text }]));
      return /\/ID \[<(\w{32})> <\1>\]/.exec(pdf.toString('latin1'))?.[1];
    };
    expect(await identifier('ett')).toMatch(/^\w{32}$/);
    expect(await identifier('ett')).not.toBe(await identifier('två'));
  });
});

it('refuses a creation date that is none', async () => {
  await expect(renderPdf(aDocument([], { createdAt: 'i går' }))).rejects.toThrow(RangeError);
});

suiteNeeding('poppler')('a rendered letter', () => {
  let pdf: Buffer;

  beforeAll(async () => {
    pdf = await renderPdf(aDecision('sv', 'refuse'));
  });

  it('is A4, tagged, dated by its content and named after its title', () => {
    expect(pdfInfo(pdf)).toMatchObject({
      Title: 'Beslut om ansökan',
      Author: 'Södertälje kommun',
      Subject: 'Södertälje kommun · KFN 26/114',
      Tagged: 'yes',
      Pages: '2',
      'Page size': '595.28 x 841.89 pts (A4)',
    });
    expect(pdf.toString('latin1')).toContain('D:20270312133200Z');
  });

  it('embeds its two fonts and no other', () => {
    const fonts = fontsOf(pdf);
    expect(fonts.map(({ name }) => name.replace(/^\w+\+/, '')).sort()).toEqual([
      'NotoSans-Bold',
      'NotoSans-Regular',
    ]);
    for (const font of fonts) {
      expect(font).toMatchObject({ isEmbedded: true, isSubset: true, hasUnicode: true });
    }
  });

  it('is read from the sender over the title to the end, without footers', () => {
    const structure = flowing(structureOf(pdf));
    const order = [
      'P (block) "Södertälje kommun"',
      'P (block) "Diarienummer KFN 26/114"',
      'H1 (block) "Beslut om ansökan"',
      'TH: /Scope /Row "Beslutsdatum" TD "20 mars 2027"',
      'H2 (block) "Skälen för beslutet"',
      'H2 (block) "Så kan beslutet prövas i domstol"',
    ].map((text) => structure.indexOf(text));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(structure).not.toContain('Sida 1');
  });

  it('has page number and diary number on every page', () => {
    const pages = pdfText(pdf).split('\f').slice(0, -1);
    expect(pages).toHaveLength(2);
    pages.forEach((text, i) => {
      expect(text).toContain(`Sida ${i + 1} av 2`);
      expect(text).toContain('Södertälje kommun · KFN 26/114');
    });
  });

  it('never divides the diary number between two lines', () => {
    expect(pdfText(pdf).match(/KFN 26\/114/g)).toHaveLength(4);
    expect(pdfText(pdf)).not.toMatch(/KFN *\n/);
  });
});

suiteNeeding('poppler')('what people write', () => {
  const pasted = 'Kalas 🎉 & <b>"citat"</b> مرحبا';

  it('stays inside the margins, however long it is', async () => {
    const pdf = await renderPdf(aDocument(hostileBlocks));
    const words = wordsOf(pdf);
    expect(words.length).toBeGreaterThan(7000);
    for (const word of words) {
      expect(word.xMin).toBeGreaterThan(page.left - 1);
      expect(word.xMax).toBeLessThan(page.width - page.right + 1);
      const isFooter = word.yMin > page.footerY;
      if (!isFooter) expect(word.yMax).toBeLessThan(page.height - page.bottom + 1);
    }
  });

  it('is printed whole', async () => {
    const pdf = await renderPdf(aDocument(hostileBlocks.slice(0, 3)));
    const structure = structureOf(pdf).replace(/\s+|"/g, '');
    expect(structure).toContain('x'.repeat(50_000));
    expect(structure).toContain(sentence.repeat(600).slice(0, 50_000).replace(/\s+/g, ''));
    expect(structure).toContain("<b>&amp;citat'apostrof']]>{{page}}$t(frame.page)");
    expect(structure).toContain('ΕλληνικάРусскийTiếngViệt');
  });

  it('is a placeholder where the font lacks it, a remark at the end, and whole in the attachment', async () => {
    const content = aDocument([{ kind: 'paragraph', text: pasted }], {
      attachment: { name: 'svar.json', description: 'Svar', data: { pasted } },
    });
    const pdf = await renderPdf(content);
    expect(pdfText(pdf)).toContain('Kalas \ufffd & <b>"citat"</b> \ufffd');
    expect(pdfText(pdf)).toContain('Tecken saknas.');
    expect(pdfAttachments(pdf)).toEqual(['svar.json']);
    expect(attachedJson(pdf)).toEqual({ pasted });
  });

  it('is spoken as it was written', async () => {
    const pdf = await renderPdf(aDocument([{ kind: 'paragraph', text: 'سلام' }]));
    const spoken = Buffer.from('سلام', 'utf16le').swap16().toString('latin1');
    expect(pdf.includes(spoken, 0, 'latin1')).toBe(true);
  });

  it('needs no remark when everything can be printed', async () => {
    const pdf = await renderPdf(aDocument([{ kind: 'paragraph', text: 'Åsa Öberg – 50 %' }]));
    expect(pdfText(pdf)).not.toContain('Tecken saknas.');
  });

  it('cannot break the metadata from the title', async () => {
    const title = `Titel & </rdf:li> <b>"x'</b> ]]> 🎉 \u0000\ud800`;
    const pdf = await renderPdf(aDocument([], { title }));
    expect(pdfInfo(pdf).Title).toBe('Titel & </rdf:li> <b>"x\'</b> ]]> 🎉  \ufffd');
    expect(metadataOf(pdf)).toContain(
      'Titel &amp; &lt;/rdf:li&gt; &lt;b&gt;&quot;x&apos;&lt;/b&gt; ]]&gt; 🎉',
    );
  });

  it('leads to web addresses only', async () => {
    const pdf = await renderPdf(
      aDocument([
        { kind: 'link', url: 'https://exempel.example/register' },
        { kind: 'link', url: 'javascript:alert(1)' },
      ]),
    );
    const uris = [...pdf.toString('latin1').matchAll(/\/URI \((.*?)\)/g)].map((match) => match[1]);
    expect(uris).toEqual(['https://exempel.example/register']);
  });
});

suiteNeeding('poppler')('a long document', () => {
  it('never leaves a heading last on a page', async () => {
    const blocks = Array.from({ length: 60 }, (_, i) => [
      { kind: 'heading', level: 2, text: `Rubrik${i}` } as const,
      { kind: 'paragraph', text: sentence.repeat(1 + (i % 5)) } as const,
    ]).flat();
    const words = wordsOf(await renderPdf(aDocument(blocks)));
    const headings = words.filter(({ text }) => text.startsWith('Rubrik'));
    expect(headings).toHaveLength(60);
    for (const heading of headings) {
      const below = words.filter(
        (word) =>
          word.page === heading.page && word.yMin > heading.yMax && word.yMax < page.footerY,
      );
      expect(below.length).toBeGreaterThan(0);
    }
  });

  it('repeats a table header on each page and tags it once', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => [`Rad ${i}`, `${i} 000`]);
    const pdf = await renderPdf(aDocument([{ kind: 'table', header: ['Post', 'Kronor'], rows }]));
    const pages = pdfText(pdf).split('\f').slice(0, -1);
    expect(pages.length).toBeGreaterThan(1);
    for (const text of pages) expect(text).toMatch(/Post +Kronor/);
    const structure = structureOf(pdf);
    expect(structure.match(/"Post"/g)).toHaveLength(1);
    expect(structure.match(/^ +TD/gm)).toHaveLength(100);
  });

  it('does not skip a level of headings', async () => {
    const pdf = await renderPdf(
      aDocument([
        { kind: 'heading', level: 3, text: 'Först' },
        { kind: 'heading', level: 3, text: 'Sedan' },
      ]),
    );
    expect(flowing(structureOf(pdf))).toContain('H2 (block) "Först" H3 (block) "Sedan"');
  });

  it('begins a page where it is told to', async () => {
    const pdf = await renderPdf(
      aDocument([
        { kind: 'paragraph', text: 'Före' },
        { kind: 'pageBreak' },
        { kind: 'paragraph', text: 'Efter' },
      ]),
    );
    const pages = pdfText(pdf).split('\f');
    expect(pages[0]).toContain('Före');
    expect(pages[1]).toContain('Efter');
    expect(pdfInfo(pdf).Pages).toBe('2');
  });
});
