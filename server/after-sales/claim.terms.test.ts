import { expect, test } from 'vitest';
import { type ClaimParcel, type ClaimTerms, claimUntil, usualBearer } from './claim.terms.ts';

const fresh: ClaimTerms = { claimHours: 48, receivedAfterHours: 72, photoHours: 24, returnDays: 7 };
const dry: ClaimTerms = { claimHours: 192, receivedAfterHours: 168, photoHours: 168, returnDays: 7 };
/** Half past eleven in the evening of the first of June, in Nanping. */
const received = new Date('2026-06-01T15:30:00Z');
const delivered: ClaimParcel = {
  state: 'delivered',
  shippedAt: new Date('2026-05-30T04:00:00Z'),
  deliveredAt: received,
  perishableConfirmed: true,
};
const at = (text: string) => new Date(text);

test('fresh goods are shown damaged within twenty-four hours of receipt, and not a minute later', () => {
  expect(claimUntil('fresh-damage', true, delivered, fresh, at('2026-06-02T15:29:00Z'))).toEqual(
    at('2026-06-02T15:30:00Z'),
  );
  expect(() => claimUntil('fresh-damage', true, delivered, fresh, at('2026-06-02T15:30:00Z'))).toThrowError(
    expect.objectContaining({ code: 'claims.too-late-fresh-damage', params: { until: '2026-06-02 23:30' } }),
  );
});

test('seven days to return are counted from the day after receipt, all of the last day, by the calendar of Shanghai', () => {
  expect(claimUntil('return', false, delivered, dry, received)).toEqual(at('2026-06-08T16:00:00Z'));
  expect(() => claimUntil('return', false, delivered, dry, at('2026-06-08T16:00:00Z'))).toThrowError(
    expect.objectContaining({ code: 'claims.too-late-return', params: { until: '2026-06-09 00:00' } }),
  );
});

test('fresh goods do not go back when the buyer ticked that they do not, and do when he did not', () => {
  expect(() => claimUntil('return', true, delivered, fresh, received)).toThrowError(
    expect.objectContaining({ code: 'claims.perishable-no-return' }),
  );
  const unticked = { ...delivered, perishableConfirmed: false };
  expect(claimUntil('return', true, unticked, fresh, received)).toEqual(at('2026-06-08T16:00:00Z'));
});

test('a parcel on its way counts as lost only when it is later than one takes; one said to be delivered, at once', () => {
  const onItsWay: ClaimParcel = { ...delivered, state: 'shipped', deliveredAt: null };
  expect(() => claimUntil('not-received', false, onItsWay, dry, at('2026-06-06T03:59:00Z'))).toThrowError(
    expect.objectContaining({ code: 'claims.on-its-way', params: { from: '2026-06-06 12:00' } }),
  );
  expect(claimUntil('not-received', false, onItsWay, dry, at('2026-06-06T04:00:00Z'))).toBeNull();
  expect(claimUntil('not-received', false, delivered, dry, received)).toEqual(at('2026-06-09T15:30:00Z'));
});

test('nothing can be claimed of what was not sent', () => {
  for (const state of ['waiting', 'to-pack', 'packing', 'cancelled'] as const) {
    expect(() => claimUntil('goodwill', false, { ...delivered, state, deliveredAt: null }, dry, received)).toThrowError(
      expect.objectContaining({ code: 'claims.not-sent' }),
    );
  }
});

test('what spoils by its nature is borne by all who got a part of it; breakage and loss by the seller', () => {
  expect(usualBearer('fresh-damage', true)).toBe('source');
  expect(usualBearer('fresh-damage', false)).toBe('seller');
  expect(usualBearer('not-received', true)).toBe('seller');
  expect(usualBearer('return', false)).toBe('source');
});
