import type { ZodType } from 'zod';
import { canonicalJson } from '../../domain/canonical-json';
import { problem } from '../../domain/api/shapes';
import type { Endpoint } from '../../server/endpoint';
import { endpoints } from '../../server/routes';

/** The description itself, which is made from the endpoints and is not one of them. */
const descriptionPath = '/api/openapi.json';

function endpointFor(method: string, pathname: string): Endpoint | undefined {
  return endpoints.find(
    (each) => each.method === method.toLowerCase() && patternOf(each.path).test(pathname),
  );
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
}

/**
 * Throws when an answer of the API is not one that its description promises: status, content type
 * and every member of the body. Pages are no part of it.
 */
export async function requireAsDescribed(
  method: string,
  path: string,
  response: Response,
): Promise<void> {
  const { pathname } = new URL(path, 'http://localhost');
  if (method === 'HEAD' || pathname === descriptionPath || !/^\/(api|health)\//.test(pathname)) {
    return;
  }
  const endpoint = endpointFor(method, pathname);
  const described = endpoint?.responses[response.status];
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  if (response.status >= 400 && !described) {
    return requireBody(method, path, response, 'application/problem+json', problem);
  }
  if (!endpoint) return;
  if (!described) throw new Error(`${method} ${path}: ${response.status} is not described`);
  if (!described.schema) return requireEmpty(method, path, response);
  const expected = described.contentType ?? 'application/json';
  if (expected.endsWith('json')) {
    return requireBody(method, path, response, expected, described.schema);
  }
  if (expected !== '*/*' && type !== expected)
    throw new Error(`${method} ${path}: ${type} instead of ${expected}`);
}

async function requireBody(
  method: string,
  path: string,
  response: Response,
  type: string,
  schema: ZodType,
): Promise<void> {
  const given = response.headers.get('content-type') ?? '';
  if (!given.startsWith(type)) throw new Error(`${method} ${path}: ${given} instead of ${type}`);
  const body: unknown = await response.clone().json();
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    throw new Error(`${method} ${path}: ${response.status} not as described`, {
      cause: parsed.error,
    });
  }
  if (canonicalJson(parsed.data) !== canonicalJson(body)) {
    throw new Error(`${method} ${path}: ${response.status} says more than is described`);
  }
}

async function requireEmpty(method: string, path: string, response: Response): Promise<void> {
  const body = await response.clone().text();
  if (body !== '') throw new Error(`${method} ${path}: ${response.status} has a body`);
}
