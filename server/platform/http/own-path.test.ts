import { expect, test } from 'vitest';
import { ownPath, signInPath } from './own-path.ts';

test('only a path of ours is a way back', () => {
  expect(ownPath('/orders/7?tab=pay#top')).toBe('/orders/7?tab=pay#top');
  expect(ownPath('/村/蜂蜜')).toBe('/%E6%9D%91/%E8%9C%82%E8%9C%9C');
  for (const elsewhere of [
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    ' /orders',
    '',
    null,
    undefined,
  ]) {
    expect(ownPath(elsewhere)).toBe('/');
  }
});

test('who has to sign in comes back to the page he asked for, or to the one his form stood on', () => {
  const page = new Request('http://shop/coop/parcels?state=to-pack');
  const form = new Request('http://shop/coop/parcels/7/shipment', {
    method: 'POST',
    headers: { referer: 'http://shop/coop/parcels/7' },
  });

  expect(signInPath(page)).toBe(`/sign-in?to=${encodeURIComponent('/coop/parcels?state=to-pack')}`);
  expect(signInPath(form)).toBe(`/sign-in?to=${encodeURIComponent('/coop/parcels/7')}`);
  expect(signInPath(new Request('http://shop/coop', { method: 'POST' }))).toBe(
    `/sign-in?to=${encodeURIComponent('/')}`,
  );
});
