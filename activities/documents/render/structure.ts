import type { Tag } from './box';

/**
 * The structure tree, made as its content is drawn. Marked content is opened for the tag whose
 * text comes next and closed when another tag's text or another page begins.
 */
export class Structure {
  readonly root: PDFKit.PDFStructureElement;
  private readonly elements = new Map<Tag, PDFKit.PDFStructureElement>();
  private current: Tag | undefined;

  constructor(
    private readonly doc: PDFKit.PDFDocument,
    root: Tag,
  ) {
    this.root = doc.struct(root.type);
    this.elements.set(root, this.root);
  }

  /** Content drawn from now on belongs to the tag. */
  open(tag: Tag): void {
    if (this.current === tag) return;
    this.close();
    this.element(tag).add(this.doc.markStructureContent(tag.type));
    this.current = tag;
  }

  close(): void {
    if (this.current) this.doc.endMarkedContent();
    this.current = undefined;
  }

  /** The element of a tag, made with its ancestors when it is first asked for. */
  element(tag: Tag): PDFKit.PDFStructureElement {
    const known = this.elements.get(tag);
    if (known) return known;
    const element = this.doc.struct(tag.type, {
      ...(tag.scope && { scope: tag.scope }),
      ...(tag.actual !== undefined && { actual: tag.actual }),
      ...(tag.alt !== undefined && { alt: tag.alt }),
      ...(tag.bounds && { bbox: [...tag.bounds] as [number, number, number, number] }),
    });
    (tag.parent ? this.element(tag.parent) : this.root).add(element);
    this.elements.set(tag, element);
    return element;
  }
}
