import { parentPort } from 'node:worker_threads';
import type { DocumentContent } from './content';
import { renderPdf } from './render/render-pdf';

/** A job and its answer, in this order, one at a time. */
export interface RenderJob {
  content: DocumentContent;
}
export type RenderAnswer = { pdf: Uint8Array } | { error: string };

if (!parentPort) throw new Error('render-worker runs in a worker thread only');
const port = parentPort;

port.on('message', (job: RenderJob) => {
  void answer(job).then((message) => {
    port.postMessage(message);
  });
});

async function answer({ content }: RenderJob): Promise<RenderAnswer> {
  try {
    return { pdf: await renderPdf(content) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
