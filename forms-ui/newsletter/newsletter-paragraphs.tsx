import { Link, Paragraph } from '@digdir/designsystemet-react';
import { paragraphsOf, piecesOf } from '../../domain/newsletter/plain-text';

/** Plain text in paragraphs; a web address that is written out can be followed. */
export function NewsletterParagraphs({ text, lead = false }: { text: string; lead?: boolean }) {
  return paragraphsOf(text).map((paragraph, i) => (
    <Paragraph key={i} {...(lead && { 'data-size': 'lg' as const })} className="as-written">
      {piecesOf(paragraph).map(({ text: words, url }, j) =>
        url === undefined ? (
          words
        ) : (
          <Link key={j} href={url} rel="noopener noreferrer">
            {words}
          </Link>
        ),
      )}
    </Paragraph>
  ));
}
