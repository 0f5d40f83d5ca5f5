/**
 * How long goods are held for who has not paid yet. House rules since 2026-06-01; no law fixes them. A shopper pays while
 * he looks at the page, a transfer takes a banking day, and a work unit has its own approval to pass first.
 */
const minutes = {
  shopper: 15,
  shopperByTransfer: 24 * 60,
  unit: 3 * 24 * 60,
} as const;

/** For how many minutes after the order was placed; choosing a slower way to pay holds longer, never shorter. */
export function holdMinutesOf(buyerKind: 'shopper' | 'unit', provider: string | null = null): number {
  if (buyerKind === 'unit') return minutes.unit;
  return provider === 'bank-transfer' ? minutes.shopperByTransfer : minutes.shopper;
}
