import path from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { DomainError } from '../domain/errors';
import { pageAddresses } from '../domain/pages';
import type { ServerContext } from './context';
import { callEndpoint, requestLanguage, type Endpoint } from './endpoint';
import { openApiDocument } from './openapi';
import { problemHandler, sendProblem } from './problems';
import { endpoints } from './routes';

const largestBody = '256kb';

/** Something else that answers under a path of the site. */
export interface Beside {
  path: string;
  handler: RequestHandler;
}

/** The API and the pages as one Express application. */
export function createApp(context: ServerContext, pageDirectory: string, beside?: Beside): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(securityHeaders(context));
  app.use('/api', neverCached, express.json({ limit: largestBody }));
  app.get('/api/openapi.json', describeApi(context));
  for (const definition of endpoints) mount(app, context, definition);
  app.use('/api', () => {
    throw new DomainError('page.unknown');
  });
  if (beside) app.use(beside.path, beside.handler);
  servePages(app, context, pageDirectory);
  app.use(problemHandler(context));
  return app;
}

/** Written when somebody first asks: a server starts without it. */
function describeApi({ publicUrl }: ServerContext): RequestHandler {
  let description: ReturnType<typeof openApiDocument> | undefined;
  return (_request, response) => {
    description ??= openApiDocument(endpoints, publicUrl);
    response.json(description);
  };
}

function mount(app: Express, context: ServerContext, definition: Endpoint): void {
  const handlers: RequestHandler[] = [];
  if (definition.limit) handlers.push(limiter(context, definition.limit));
  handlers.push((request, response) => callEndpoint(definition, context, request, response));
  app[definition.method](definition.path, ...handlers);
}

function limiter(context: ServerContext, name: NonNullable<Endpoint['limit']>): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: context.limits[name],
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (request, response) =>
      sendProblem(response, new DomainError('request.tooMany'), requestLanguage(request, context)),
  });
}

function securityHeaders(context: ServerContext): RequestHandler {
  const https = context.publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

const neverCached: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/**
 * Built files under their hashed names for ever. Every other address gets the page, which finds its
 * own way and says so where there is nothing; such an answer is a 404 to programs as well.
 */
function servePages(app: Express, context: ServerContext, pageDirectory: string): void {
  app.use(
    '/assets',
    compression(),
    express.static(path.join(pageDirectory, 'assets'), { immutable: true, maxAge: '1y' }),
    (_request, response) => void response.sendStatus(404),
  );
  app.use(express.static(pageDirectory, { index: false }));
  const sendPage = (response: Response) =>
    response.set('Cache-Control', 'no-cache').sendFile(path.join(pageDirectory, 'index.html'));
  for (const address of Object.values(pageAddresses)) {
    app.get(asExpressPath(address), ({ params: { municipality } }, response, next) => {
      const isThere = typeof municipality !== 'string' || context.municipalities.has(municipality);
      if (isThere) sendPage(response);
      else next();
    });
  }
  app.get('/{*page}', (_request, response) => sendPage(response.status(404)));
}

/** The browser's router marks what may be missing with `?`, Express with braces. */
function asExpressPath(address: string): string {
  return address.replace(/\/:(\w+)\?/g, '{/:$1}');
}
