import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { type Answered, type Ask, apiOf } from '#app/testing/api-for-tests.ts';
import { wrongTexts, wrongValues } from '#app/testing/wrong-values.ts';
import { aPlacedOrder, openWorld, type World } from '#server/testing/index.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';

type Place = 'params' | 'query' | 'headers' | 'body';
type Path = readonly (string | number)[];
type Field = { place: Place; path: Path; type: string | undefined; required: boolean };
type Request = Record<Place, unknown>;
type Schema = { type?: string; properties?: Record<string, Schema>; items?: Schema; required?: string[] } & Record<
  string,
  unknown
>;
type Samples = Record<string, unknown>;

/** A request that will do, of samples by the name of each field, or else of whatever its schema allows. */
function goodRequest(endpoint: Endpoint, samples: Samples): Request {
  const of = (schema: z.ZodType | null) => (schema ? sampleOf(jsonSchema(schema), '', samples) : undefined);
  return {
    params: of(endpoint.params),
    // Left to the header, which says it in both languages below.
    query: { ...(of(endpoint.query) as object), lang: undefined },
    headers: of(endpoint.headers),
    body: of(endpoint.body),
  };
}

function sampleOf(schema: Schema, name: string, samples: Samples): unknown {
  if (name in samples) return samples[name];
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, part]) => [key, sampleOf(part, key, samples)]),
    );
  }
  if (schema.items) return [sampleOf(schema.items, '', samples)];
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 1;
  if (schema.type === 'boolean') return true;
  return 'a'.repeat(Math.max(1, Number(schema.minLength ?? 1)));
}

function jsonSchema(schema: z.ZodType): Schema {
  return z.toJSONSchema(schema, { io: 'input' }) as Schema;
}

/** Every field of an endpoint, however deep, found in its contract. */
function fieldsOf(endpoint: Endpoint): Field[] {
  const places: readonly Place[] = ['params', 'query', 'headers', 'body'];
  return places.flatMap((place) => {
    const schema = endpoint[place];
    return schema ? fieldsIn(jsonSchema(schema), place, []) : [];
  });
}

function fieldsIn(schema: Schema, place: Place, path: Path): Field[] {
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, part]) => [
    { place, path: [...path, name], type: part.type, required: schema.required?.includes(name) ?? false },
    ...fieldsIn(part, place, [...path, name]),
  ]);
  return schema.items ? [...inside, ...fieldsIn(schema.items, place, [...path, 0])] : inside;
}

/** The request with one field changed, or taken out where the value is undefined. */
function withValue(request: Request, { place, path }: Field, value: unknown): Request {
  const changed = structuredClone(request);
  let at = changed[place] as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  const last = path.at(-1) as string;
  if (value === undefined) delete at[last];
  else Object.defineProperty(at, last, { value, enumerable: true, configurable: true, writable: true });
  return changed;
}

function send(ask: Ask, endpoint: Endpoint, request: Request, language: string): Promise<Answered> {
  const params = request.params as Record<string, string>;
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => escaped(params[name] ?? ''));
  const query = Object.entries(request.query as object).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${escaped(String(value))}`,
  );
  const headers = Object.entries(request.headers as Record<string, string>).map(
    // A header is bytes: text beyond ASCII comes as its UTF-8, and what no header can hold cannot be sent.
    ([name, value]) => [name, Buffer.from(value.replace(/[\0\r\n]/g, ''), 'utf8').toString('latin1')],
  );
  return ask(endpoint.method.toUpperCase(), `${path}?${query.join('&')}`, {
    headers: { ...Object.fromEntries(headers), 'accept-language': language },
    ...(request.body !== undefined && { body: request.body }),
  });
}

function escaped(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** What is wrong with an answer to wrong input, if anything. */
function faultOf({ status, json }: Answered, language: string, mustRefuse: boolean): string | null {
  if (status >= 500) return `answers ${status}`;
  if (status < 400) return mustRefuse ? `takes it, ${status}` : null;
  const sentences = [
    json?.error?.message,
    ...(json?.error?.fields ?? []).map((field: { message: string }) => field.message),
  ];
  const isSentence =
    language === 'en'
      ? (text: unknown) => /^[A-Z\d][^\u4e00-\u9fff]+\.$/.test(String(text))
      : (text: unknown) => /[\u4e00-\u9fff].*[。]$/.test(String(text));
  const bare = sentences.find((sentence) => !isSentence(sentence));
  return bare === undefined ? null : `says “${bare}” in ${language}`;
}

/** Wrong whatever the contract says: a value of another kind than the field is. */
function isOtherKind(field: Field, value: unknown): boolean {
  if (value === undefined) return field.required;
  if (field.place !== 'body') return field.type === 'integer' && typeof value === 'string' && !/^\d+$/.test(value);
  const kind = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  const expected = field.type === 'integer' ? 'number' : field.type;
  return kind !== expected;
}

async function samplesFor(world: World, endpoint: Endpoint): Promise<Samples> {
  const { pack, lot } = await world.jar({ packs: 50 });
  const ask = apiOf(world, { address: '127.0.0.1' });
  const items = [{ pack: pack.code, count: 1 }];
  const cart = (await ask('POST', '/carts', { body: { items } })).json.id;
  const order = await aPlacedOrder(world.visitor(), items);
  const headers = { 'order-key': order.accessKey };
  const body = { provider: 'sandbox' };
  const payment = (await ask('POST', `/orders/${order.number}/payments`, { headers, body })).json.id;
  return {
    slug: pack.productSlug,
    code: lot.code,
    q: '蜂蜜',
    county: '350721',
    pack: pack.code,
    cart,
    id: endpoint.tag === 'Payments' ? payment : cart,
    region: '350702',
    number: order.number,
    key: order.accessKey,
    'order-key': order.accessKey,
    provider: 'sandbox',
    'idempotency-key': randomUUID(),
    phone: '13800001234',
    address: '滨江路 18 号',
    total: 4500 + 600,
  };
}

const MINUTE_MS = 60_000;

for (const endpoint of endpoints) {
  test(
    `${endpoint.name} refuses whatever is wrong in any of its fields, in a sentence, and never fails`,
    async () => {
      await using world = await openWorld();
      const ask = apiOf(world, { address: '127.0.0.1' });
      const good = goodRequest(endpoint, await samplesFor(world, endpoint));
      const faults: string[] = [];
      let tried = 0;

      expect((await send(ask, endpoint, good, 'en')).status).toBeLessThan(300);
      for (const field of fieldsOf(endpoint)) {
        const values = { missing: undefined, ...(field.place === 'body' ? wrongValues : wrongTexts) };
        for (const [name, value] of Object.entries(values)) {
          if (value === undefined && field.place === 'params') continue;
          for (const language of ['zh-CN', 'en']) {
            const answer = await send(ask, endpoint, withValue(good, field, value), language);
            const isCaughtLate = field.place !== 'params' && answer.json?.error?.code === 'access.no-such-page';
            const fault = isCaughtLate
              ? 'got as far as the database'
              : faultOf(answer, language, isOtherKind(field, value));
            if (fault) faults.push(`${field.place} ${field.path.join('.')}, ${name}: ${fault}`);
            tried += 1;
          }
        }
      }

      expect(faults).toEqual([]);
      expect(tried).toBeGreaterThan(50);
      expect(await world.brokenProofs()).toEqual([]);
    },
    2 * MINUTE_MS,
  );
}
