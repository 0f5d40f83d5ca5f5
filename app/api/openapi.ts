import { z } from 'zod';
import type { Endpoint, Reply } from './endpoint.ts';
import { named } from './views/common.ts';

type Json = { [key: string]: unknown };

const SCHEMAS = '#/components/schemas/';
const jsonOf = (schema: unknown) => ({ 'application/json': { schema } });

z.object({
  error: z.object({
    code: z.string().meta({ description: 'module.reason; stable.' }),
    message: z.string().meta({ description: 'A sentence for a reader, in the language asked for.' }),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  }),
}).register(named, { id: 'Refusal' });

/** What any request may meet. 400 and 413 also come from in front of the API. */
const refusals: Record<number, string> = {
  400: 'The request cannot be read.',
  401: 'The key of the order is missing.',
  403: 'Not allowed.',
  404: 'There is no such thing.',
  409: 'Refused as things stand: short stock, a changed price, a key used for something else.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  422: 'A value cannot be taken; `fields` says which and why.',
  429: 'Too many requests; Retry-After says how long to wait.',
  503: 'Somebody this depends on does not answer. Try again in a while.',
};

/** The OpenAPI 3.1 document of a table of endpoints. */
export function describeApi(endpoints: readonly Endpoint[]) {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Qixiao 七销',
      version: '1',
      summary: 'Farm produce of Nanping: every order reaches a household.',
      description:
        'Money is integer fen (100 fen are one yuan), mass integer grams. No cookies are read: what a request may do it shows by the secrets it carries, the id of a cart and the key of an order. Messages come in Chinese or English, by `lang` or Accept-Language.',
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
    },
    servers: [{ url: '/api/v1' }],
    security: [],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: namedSchemas(),
      responses: Object.fromEntries(
        Object.entries(refusals).map(([status, description]) => [
          `Refused${status}`,
          {
            description,
            ...(status === '429' && {
              headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } },
            }),
            content: jsonOf({ $ref: `${SCHEMAS}Refusal` }),
          },
        ]),
      ),
    },
  };
}

function operationOf(endpoint: Endpoint): Json {
  const { name, tag, summary, description, body, responses } = endpoint;
  return {
    operationId: name,
    tags: [tag],
    summary,
    ...(description && { description }),
    ...(endpoint.policy === 'demo-only' && { 'x-demo-only': true }),
    parameters: [
      ...parametersOf('path', endpoint.params),
      ...parametersOf('query', endpoint.query),
      ...parametersOf('header', endpoint.headers),
    ],
    ...(body && {
      requestBody: { required: !body.safeParse({}).success, content: jsonOf(inputSchema(body)) },
    }),
    responses: {
      ...Object.fromEntries(Object.entries(responses).map(([status, reply]) => [status, responseOf(reply)])),
      ...Object.fromEntries(
        refusalsOf(endpoint).map((status) => [status, { $ref: `#/components/responses/Refused${status}` }]),
      ),
    },
  };
}

function refusalsOf({ params, body, refusals: own }: Endpoint): number[] {
  const inAnyCase = [422, 429];
  const ofAddress = Object.keys(params.shape).length > 0 ? [404] : [];
  const ofBody = body ? [400, 413, 415] : [];
  return [...new Set([...own, ...ofAddress, ...ofBody, ...inAnyCase])].sort((a, b) => a - b);
}

function parametersOf(place: 'path' | 'query' | 'header', schema: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = inputSchema(schema) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...property }]) => ({
    name: place === 'header' ? headerName(name) : name,
    in: place,
    required: required.includes(name),
    ...(description !== undefined && { description }),
    schema: property,
  }));
}

/** `order-key` as it is written: `Order-Key`. */
function headerName(name: string): string {
  return name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function responseOf({ description, schema, headers = {} }: Reply): Json {
  return {
    description,
    ...(Object.keys(headers).length > 0 && {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, { schema: { type: 'string', const: value } }]),
      ),
    }),
    ...(schema && { content: jsonOf(outputSchema(schema)) }),
  };
}

function outputSchema(schema: z.ZodType): unknown {
  const name = named.get(schema)?.id;
  return name ? { $ref: SCHEMAS + name } : tidied(z.toJSONSchema(schema, { io: 'output', override: open }));
}

function inputSchema(schema: z.ZodType): unknown {
  return tidied(z.toJSONSchema(schema, { io: 'input' }));
}

function namedSchemas(): Record<string, unknown> {
  const { schemas } = z.toJSONSchema(named, { io: 'output', override: open, uri: (id) => SCHEMAS + id });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, tidied(schema)]));
}

/** What we say may have more in it some day; what we are told may not. */
function open({ jsonSchema }: { jsonSchema: { additionalProperties?: unknown } }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

/** Without what only says that a number is a number a program can hold, and without addresses of its own. */
function tidied(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(tidied);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(
        ([key, value]) => key !== '$schema' && key !== '$id' && Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER,
      )
      .map(([key, value]) => [key, tidied(value)]),
  );
}
