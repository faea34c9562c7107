import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { DocumentContent } from '../content';
import { fontsForDocument } from './fonts';
import { wellFormed } from './printable';
import { page } from './theme';
import { pdfUaMetadata, xmlText } from './xmp';

const locales = { sv: 'sv-SE', en: 'en-GB' } as const;

/** An empty PDF/A-3a and PDF/UA-1 document; everything in it follows from the content, nothing from the clock. */
export function createPdfDocument(content: DocumentContent): PDFKit.PDFDocument {
  const createdAt = new Date(content.createdAt);
  const fonts = fontsForDocument();
  const doc = new TaggedDocument({
    size: [page.width, page.height],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: locales[content.language],
    displayTitle: true,
    autoFirstPage: false,
    // Given here, or Helvetica stays in the document without being embedded.
    font: fonts['NotoSans-Regular'] as unknown as string,
    info: {
      Title: metadataText(content.title),
      Author: metadataText(content.letterhead.municipality),
      Subject: metadataText(content.footer),
      Creator: 'Samverkan',
      Producer: 'Samverkan',
      CreationDate: createdAt,
    },
  });
  doc.font(fonts['NotoSans-Bold'] as unknown as string);
  doc.identify(content);
  doc.appendXML(pdfUaMetadata);
  if (content.attachment) attach(doc, content.attachment, createdAt);
  return doc;
}

class TaggedDocument extends PDFDocument {
  /** The file identifier in the trailer: the same content, the same identifier. */
  identify(content: DocumentContent): void {
    const id = createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, 16);
    Object.assign(this, { _id: id });
  }

  /** pdfkit writes the same strings to the information dictionary, as they are, and to XML, where they must be escaped. */
  override endMetadata(): void {
    const { Title = '', Author = '', Subject = '' } = this.info;
    Object.assign(this.info, {
      Title: xmlText(Title),
      Author: xmlText(Author),
      Subject: xmlText(Subject),
    });
    super.endMetadata();
  }
}

function attach(
  doc: PDFKit.PDFDocument,
  attachment: NonNullable<DocumentContent['attachment']>,
  createdAt: Date,
): void {
  doc.file(Buffer.from(`${JSON.stringify(attachment.data, undefined, 2)}\n`), {
    name: attachment.name,
    description: attachment.description,
    type: 'application/json',
    relationship: 'Data',
    creationDate: createdAt,
    modifiedDate: createdAt,
  } as PDFKit.Mixins.PDFAttachmentOptions);
}

function metadataText(text: string): string {
  return wellFormed(text.replace(/\p{Cc}+/gu, ' '));
}
