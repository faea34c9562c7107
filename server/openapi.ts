import {
  extendZodWithOpenApi,
  OpenAPIRegistry,
  OpenApiGeneratorV31,
  type ResponseConfig,
} from '@asteasolutions/zod-to-openapi';
import { z, type ZodType } from 'zod';
import { problem } from '../domain/api/shapes';
import type { Endpoint, EndpointResponse } from './endpoint';

extendZodWithOpenApi(z);

/** The API's description (OpenAPI 3.1), made from the same definitions that serve it. */
export function openApiDocument(endpoints: readonly Endpoint[], url: string) {
  const registry = new OpenAPIRegistry();
  for (const definition of endpoints) registry.registerPath(pathOf(definition));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Samverkan', version: '1' },
    servers: [{ url }],
  });
}

function pathOf(definition: Endpoint) {
  const names = [...definition.path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
  return {
    method: definition.method,
    path: definition.path.replace(/:(\w+)/g, '{$1}'),
    summary: definition.summary,
    request: {
      ...(names.length > 0 && {
        params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))),
      }),
      ...(definition.query && { query: definition.query }),
      ...(definition.body && { body: { content: jsonContent(definition.body) } }),
      ...(definition.streams && {
        body: { content: { [definition.streams]: { schema: z.string() } } },
      }),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(definition.responses).map(([status, each]) => [status, responseOf(each)]),
      ),
      default: {
        description: 'A problem (RFC 9457) with a sentence that says what to do',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  };
}

function responseOf({ description, schema, contentType }: EndpointResponse): ResponseConfig {
  if (!schema) return { description };
  return { description, content: { [contentType ?? 'application/json']: { schema } } };
}

function jsonContent(schema: ZodType) {
  return { 'application/json': { schema } };
}
