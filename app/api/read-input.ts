import { z } from 'zod';
import { issueCode } from '#server/kernel/issue-codes.ts';
import type { Endpoint } from './endpoint.ts';
import { type FieldTrouble, RequestRefusal } from './refusal.ts';

/** The largest body any endpoint needs is a cart of sixty lines: some seven kilobytes. */
const BODY_BYTES_MAX = 65_536;
const FIELDS_TOLD_MAX = 20;
const NAME_LENGTH_TOLD_MAX = 60;

type Values = Record<string, unknown>;

/** Everything a request states, checked by the contract of its endpoint. What is wrong is told all at once. */
export async function readInput(endpoint: Endpoint, request: Request, segments: Record<string, string>) {
  const params = endpoint.params.safeParse(segments);
  // Nothing is to be found at an address of the wrong shape.
  if (!params.success) throw new RequestRefusal(404, 'access.no-such-page');
  const troubles: FieldTrouble[] = [];
  const { searchParams } = new URL(request.url);
  const input = {
    params: params.data,
    query: check(endpoint.query, queryValues(searchParams, endpoint), troubles),
    headers: check(endpoint.headers, headerValues(request.headers, endpoint), troubles),
    body: endpoint.body ? check(endpoint.body, await readBody(request), troubles) : {},
  };
  if (troubles.length > 0) {
    throw new RequestRefusal(422, 'api.invalid-input', {
      params: { count: troubles.length },
      fields: troubles.slice(0, FIELDS_TOLD_MAX),
    });
  }
  return input;
}

function check(schema: z.ZodObject, values: unknown, troubles: FieldTrouble[]): Values {
  const parsed = schema.safeParse(values, { error: issueOf });
  if (parsed.success) return parsed.data;
  const told = new Set<string>();
  for (const { path, issue } of parsed.error.issues.flatMap(troublesIn)) {
    // Of one value the first is enough: what is no text is not too long besides.
    if (!told.has(path)) troubles.push({ path, issue });
    told.add(path);
  }
  return {};
}

function troublesIn(issue: z.core.$ZodIssue): FieldTrouble[] {
  const keys = issue.code === 'unrecognized_keys' ? issue.keys : [null];
  return keys.map((key) => ({
    path: [...issue.path, ...(key === null ? [] : [key.slice(0, NAME_LENGTH_TOLD_MAX)])].join('.'),
    issue: issue.message,
  }));
}

/** As for forms, but for who sends JSON: there is no box to tick. */
function issueOf(issue: z.core.$ZodRawIssue): string {
  if (issue.code === 'unrecognized_keys') return 'api.unknown-field';
  if (issue.code === 'invalid_type' && issue.input !== undefined) {
    if (issue.expected === 'boolean') return 'api.boolean';
    if (issue.expected === 'string') return 'api.text';
    if (issue.expected === 'array') return 'api.list';
    if (issue.expected === 'object') return 'api.object';
    if (issue.expected === 'number' || (issue.expected === 'int' && typeof issue.input !== 'number'))
      return 'api.number';
  }
  if (issue.code === 'invalid_value') return `api.one-of?values=${encodeURIComponent(issue.values.join(', '))}`;
  return issueCode(issue);
}

/** An address holds text only: what the contract calls a number or a boolean is read as one where it is one. */
function queryValues(query: URLSearchParams, endpoint: Endpoint): Values {
  const types = typesOf(endpoint.query);
  const values: Values = {};
  for (const name of new Set(query.keys())) {
    const given = query.getAll(name);
    values[name] = given.length > 1 ? given : typed(given[0] ?? '', types[name]);
  }
  return values;
}

function typed(text: string, type: string | undefined): unknown {
  if (type === 'integer' && /^-?\d{1,15}(\.\d{1,9})?$/.test(text)) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

const knownTypes = new WeakMap<z.ZodObject, Record<string, string | undefined>>();

function typesOf(schema: z.ZodObject): Record<string, string | undefined> {
  const found = knownTypes.get(schema);
  if (found) return found;
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  const types: Record<string, string | undefined> = {};
  for (const [name, property] of Object.entries(properties)) {
    if (typeof property === 'object' && typeof property.type === 'string') types[name] = property.type;
  }
  knownTypes.set(schema, types);
  return types;
}

function headerValues(headers: Headers, endpoint: Endpoint): Values {
  const names = Object.keys(endpoint.headers.shape);
  return Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name)]] : [])));
}

async function readBody(request: Request): Promise<unknown> {
  const tooLarge = new RequestRefusal(413, 'api.too-large', { params: { kilobytes: BODY_BYTES_MAX / 1024 } });
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) throw tooLarge;
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > BODY_BYTES_MAX) throw tooLarge;
  // Nothing sent is nothing said; the contract knows what is missing.
  if (bytes.byteLength === 0) return {};
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new RequestRefusal(415, 'api.not-json');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new RequestRefusal(400, 'api.malformed-json');
  }
}
