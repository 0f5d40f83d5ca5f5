import { expect, test } from 'vitest';
import { canonicalCookies, canonicalTarget, pageKey, readCookies } from './reader-cookies.ts';

const cart = '0199f0f2-7d52-7cc0-8f5a-2b6f5a6f5a6f';

test('the same page asked for with its parameters in another order, or from a campaign, is one page', () => {
  expect(canonicalTarget('/products?sort=price&family=tea&utm_source=wx')).toBe('/products?family=tea&sort=price');
  expect(canonicalTarget('/products?utm_source=wx')).toBe('/products');
  expect(canonicalTarget('/products?family=tea&family=rice')).toBe('/products?family=tea&family=rice');
});

test('cookies tell language, colours, basket and whether a session came along', () => {
  const read = readCookies(`lang=en; theme=dark; cart=${cart}; cart_count=3; __Secure-qixiao.session_token=abc`);

  expect(read).toEqual({
    language: 'en',
    theme: 'dark',
    cartId: cart,
    cartCount: 3,
    hasSession: true,
    isStranger: false,
  });
});

test('cookies with nonsense in them read as none at all', () => {
  const read = readCookies('lang=xx; theme=pink; cart=1 or 1=1; cart_count=1e9; =; ;;');

  expect(read).toMatchObject({ language: 'zh-CN', theme: null, cartId: null, cartCount: 0, hasSession: false });
  expect(pageKey('/', 'h', readCookies('cart_count=999'))).toBe(pageKey('/', 'h', readCookies('cart_count=100')));
});

test('a page is made from the cookies its key was made from, whichever of two was sent first', () => {
  const read = readCookies(`lang=en; lang=zh-CN; cart=${cart}`);

  expect(canonicalCookies(read)).toBe(`lang=zh-CN; cart_count=0; cart=${cart}`);
  expect(readCookies(canonicalCookies(read))).toEqual(read);
});

test('who brings any other cookie, such as a message to be shown once, gets a page of his own', () => {
  expect(readCookies('lang=en; cart_count=2').isStranger).toBe(true);
  expect(readCookies('lang=en; flash=saved').isStranger).toBe(false);
});
