import { expect, test } from 'vitest';
import { apiDocument, endpoints } from './endpoints.ts';

type Json = Record<string, unknown>;
const document = JSON.parse(JSON.stringify(apiDocument()));

function operations(): { path: string; method: string; operation: Json }[] {
  return Object.entries(document.paths as Record<string, Record<string, Json>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}

/** Every object in a JSON value, with where it stands. */
function objectsIn(value: unknown, at = ''): { at: string; object: Json }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, part]) => objectsIn(part, `${at}/${key}`));
  return Array.isArray(value) ? inside : [{ at, object: value as Json }, ...inside];
}

test('every endpoint of the table is in the document, once, and nothing else', () => {
  const described = operations().map(({ path, method }) => `${method} ${path}`);

  expect(described.sort()).toEqual(endpoints.map(({ path, method }) => `${method} ${path}`).sort());
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test('every endpoint states who may ask for it', () => {
  expect(
    endpoints.map(({ policy }) => policy).filter((policy) => policy !== 'public' && policy !== 'demo-only'),
  ).toEqual([]);
});

test('the document has the shape OpenAPI 3.1 asks for', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d+$/);
  expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
  const problems = operations().flatMap(({ path, method, operation }) => {
    const parameters = operation.parameters as { name: string; in: string; required: boolean; schema: Json }[];
    const inPath = parameters.filter((parameter) => parameter.in === 'path');
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const responses = Object.entries(operation.responses as Record<string, Json>);
    const names = parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
    return [
      path.startsWith('/') || 'path',
      inPath.every(({ required }) => required) || 'path parameters are required',
      String(inPath.map(({ name }) => name).sort()) === String(named.sort()) || 'path parameters',
      new Set(names).size === names.length || 'parameters twice',
      parameters.every(({ schema }) => Object.keys(schema).length > 0) || 'parameters without a schema',
      responses.some(([status]) => /^2\d\d$/.test(status)) || 'no success',
      responses.every(([status, reply]) => /^[1-5]\d\d$/.test(status) && (reply.description || reply.$ref)) ||
        'responses',
      method !== 'get' || operation.requestBody === undefined || 'a body of a GET',
    ]
      .filter((outcome) => outcome !== true)
      .map((problem) => `${method} ${path}: ${problem}`);
  });
  expect(problems).toEqual([]);
});

test('every reference in the document leads somewhere', () => {
  const references = objectsIn(document).filter(({ object }) => typeof object.$ref === 'string');
  const dead = references.filter(({ object }) => {
    const steps = String(object.$ref).slice(2).split('/');
    return !String(object.$ref).startsWith('#/') || steps.reduce((part, step) => part?.[step], document) === undefined;
  });

  expect(references.length).toBeGreaterThan(50);
  expect(dead).toEqual([]);
});

test('every schema in the document uses the words of JSON Schema 2020-12', () => {
  const types = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null']);
  const typed = objectsIn(document.components.schemas).filter(
    ({ object, at }) => typeof object.type === 'string' && !at.endsWith('/properties'),
  );

  expect(typed.filter(({ object }) => !types.has(String(object.type)))).toEqual([]);
  const required = objectsIn(document).filter(({ object }) => Array.isArray(object.required) && object.properties);
  const absent = required.filter(({ object }) =>
    (object.required as string[]).some((name) => !(name in (object.properties as Json))),
  );
  expect(absent).toEqual([]);
});
