import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Response } from 'express';
import { sendBounce } from './bounce';
import { letterDocument, listPage, messagePage, missingPage } from './pages';
import type { MessageReader } from './read-message';

const host = '127.0.0.1';
/** Longer than readers keep an idle connection, so that none is closed while a request is under way. */
const keepAliveMs = 75_000;

export interface InboxPages {
  port: number;
  stop(): Promise<void>;
}

/** Serves the letters as pages and as JSON, on 127.0.0.1. */
export async function startPages(
  port: number,
  reader: MessageReader,
  bouncePort: () => number | undefined = () => undefined,
): Promise<InboxPages> {
  const server = createServer(createApp(reader, bouncePort));
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => close(server),
  };
}

function createApp(reader: MessageReader, bouncePort: () => number | undefined): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use((_request, response, next) => {
    response.set({
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'",
    });
    next();
  });
  app.get('/', async ({ query }, response) => {
    const to = text(query['to']);
    response.send(listPage(await reader.list(to), to));
  });
  app.get('/api/messages', async ({ query }, response) => {
    response.json(await reader.list(text(query['to'])));
  });
  app.get('/messages/:id', async ({ params, query }, response) => {
    const message = await reader.find(params.id);
    if (!message) return sendMissing(response);
    const canBounce = bouncePort() !== undefined;
    response.send(messagePage(message, { canBounce, bounced: text(query['bounced']) }));
  });
  app.post('/messages/:id/bounce', async ({ params }, response) => {
    const message = await reader.find(params.id);
    const port = bouncePort();
    if (!message || port === undefined) return sendMissing(response);
    const { to, returnPath } = message;
    const isTaken = await sendBounce(port, { reader: to[0] ?? '', returnPath }).then(
      () => true,
      () => false,
    );
    response.redirect(303, `/messages/${message.id}?bounced=${isTaken ? 'yes' : 'no'}`);
  });
  app.get('/messages/:id/html', async ({ params }, response) => {
    const message = await reader.find(params.id);
    if (!message) return sendMissing(response);
    response.set('Content-Security-Policy', letterPolicy).send(letterDocument(message.html));
  });
  app.get('/messages/:id/attachments/:index/:filename', async ({ params }, response) => {
    const found = await reader.attachment(params.id, Number(params.index));
    if (!found) return sendMissing(response);
    response.attachment(found.filename).type(found.contentType).send(found.content);
  });
  app.use((_request, response) => sendMissing(response));
  return app;
}

/** A letter may show its pictures and open its links, no more. */
const letterPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; " +
  "style-src 'unsafe-inline'; img-src 'self' data:";

function sendMissing(response: Response): void {
  response.status(404).send(missingPage());
}

function text(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
