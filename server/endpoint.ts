import type { Request, Response } from 'express';
import type { ZodObject, ZodType } from 'zod';
import { DomainError } from '../domain/errors';
import { preferredLanguage, type Language } from '../domain/language';
import type { Municipality } from '../domain/municipality';
import type { RateLimits, ServerContext } from './context';

/** An answer an endpoint can give, for the API's description. */
export interface EndpointResponse {
  description: string;
  schema?: ZodType;
  contentType?: string;
}

/** One endpoint: what it is called, what it takes, what it answers, what it does. */
export interface Endpoint<Body = unknown, Query = unknown> {
  method: 'get' | 'post' | 'put' | 'delete';
  /** In Express's notation, parameters as `:name`. */
  path: string;
  summary: string;
  body?: ZodType<Body>;
  /** What may stand behind the question mark; nothing about people, as addresses end up in logs. */
  query?: ZodType<Query> & ZodObject;
  /** Media type of a body that the endpoint reads itself, as it arrives. */
  streams?: string;
  responses: Record<number, EndpointResponse>;
  limit?: keyof RateLimits;
  handle(call: Call<Body, Query>): Promise<void>;
}

/** A request as an endpoint sees it: checked, with its municipality and the reader's language. */
export interface Call<Body, Query = unknown> {
  context: ServerContext;
  request: Request;
  response: Response;
  body: Body;
  query: Query;
  language: Language;
  /** Throws `municipality.unknown` on paths without one. */
  municipality: Municipality;
  /** A path parameter that the path names. */
  param(name: string): string;
}

/** Keeps the body's type between its schema and its handler. */
export function endpoint<Body, Query>(definition: Endpoint<Body, Query>): Endpoint {
  return definition;
}

/** Checks a request against its endpoint's definition and runs it. */
export async function callEndpoint(
  definition: Endpoint,
  context: ServerContext,
  request: Request,
  response: Response,
): Promise<void> {
  const body = definition.body?.safeParse(request.body);
  if (body && !body.success) throw new DomainError('request.malformed');
  const query = definition.query?.safeParse(request.query);
  if (query && !query.success) throw new DomainError('request.malformed');
  await definition.handle({
    context,
    request,
    response,
    body: body?.data,
    query: query?.data,
    language: requestLanguage(request, context),
    get municipality() {
      return requestMunicipality(request, context);
    },
    param: (name) => String(request.params[name]),
  });
}

function requestMunicipality(request: Request, context: ServerContext): Municipality {
  const municipality = context.municipalities.get(String(request.params.municipality));
  if (!municipality) throw new DomainError('municipality.unknown');
  return municipality;
}

/** The reader's language: what the browser asks for, else the municipality's own. */
export function requestLanguage(request: Request, context: ServerContext): Language {
  const id = request.params.municipality ?? request.path.split('/')[2];
  const municipality = context.municipalities.get(String(id));
  return preferredLanguage(request.get('accept-language'), municipality?.defaultLanguage ?? 'sv');
}
