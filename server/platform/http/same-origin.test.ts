import { expect, test } from 'vitest';
import { isOwnOrigin } from './same-origin.ts';

function post(headers: Record<string, string>): Request {
  return new Request('http://shop.example/cart', { method: 'POST', headers: { host: 'shop.example', ...headers } });
}

test('a form of our own pages is let in, one of another site is not', () => {
  expect(isOwnOrigin(post({ 'sec-fetch-site': 'same-origin', origin: 'http://shop.example' }), undefined)).toBe(true);
  expect(isOwnOrigin(post({ 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' }), undefined)).toBe(false);
  expect(isOwnOrigin(post({ origin: 'http://evil.example' }), undefined)).toBe(false);
  expect(isOwnOrigin(post({ origin: 'null' }), undefined)).toBe(false);
  expect(isOwnOrigin(post({ 'sec-fetch-site': 'cross-site' }), undefined)).toBe(false);
});

test('behind a proxy the public address counts as ours', () => {
  expect(isOwnOrigin(post({ origin: 'https://qixiao.example' }), 'https://qixiao.example/')).toBe(true);
});

test('a program that says nothing of an origin, or brings its own key, is let in', () => {
  expect(isOwnOrigin(post({}), undefined)).toBe(true);
  expect(isOwnOrigin(post({ origin: 'http://evil.example', authorization: 'Bearer k' }), undefined)).toBe(true);
});
