import { it } from '@jest/globals';
import { renderPdf } from '../../activities/documents/render/render-pdf';
import { expectArchivable } from '../support/pdf';
import { suiteNeeding } from '../support/suites';
import { aDocument, everyDocument, hostileBlocks } from './documents';

suiteNeeding('verapdf')('PDF/A-3a and PDF/UA-1', () => {
  it('hold for every document in every language, and for whatever is written in one', async () => {
    const hostile = aDocument(hostileBlocks, {
      title: '<Titel> & "mer" \u0000🎉\ud800',
      recipient: ['مرحبا', 'x'.repeat(500)],
      attachment: {
        name: 'å & <b>.json',
        description: 'Svar 🎉 & <b>',
        data: { text: '🎉\u0000' },
      },
    });
    const contents = [...everyDocument.map(([, content]) => content), hostile];
    await expectArchivable(await Promise.all(contents.map(renderPdf)));
  });
});
