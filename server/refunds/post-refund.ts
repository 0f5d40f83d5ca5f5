import { type Fen, fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { accounts, type ParcelWithOrder } from '#server/orders/index.ts';
import type { Tx } from '#server/platform/index.ts';
import type { Unwound } from './unwind-line.ts';

/** The reverse of exactly these parts, allocation by allocation; what it comes to is the buyer's until it has left. */
export async function postRefund(
  tx: Tx,
  refundId: string,
  parcel: ParcelWithOrder,
  lines: readonly Unwound[],
  freight: Fen,
  total: Fen,
): Promise<void> {
  const postings = lines.flatMap((line) => [
    ...line.money.households.map(({ allocationId, fen: amount }) => ({
      account: accounts.householdEarned(line.owners.get(allocationId) ?? ''),
      amount,
      detail: allocationId,
    })),
    { account: accounts.sellerEarned(parcel.organizationId), amount: line.money.seller, detail: line.lineId },
    { account: accounts.packing(parcel.organizationId), amount: line.money.packing, detail: line.lineId },
    { account: accounts.platformFee(), amount: line.money.platform, detail: line.lineId },
    ...line.money.funded.map(({ funder, fen: amount }) => ({
      account: accounts.promotion(funder),
      amount: fen(-amount),
      detail: line.lineId,
    })),
  ]);
  await postEntry(tx, {
    key: `refund:${refundId}`,
    kind: 'refund',
    reference: parcel.orderId,
    postings: [
      ...postings,
      { account: accounts.freight(parcel.organizationId), amount: freight, detail: parcel.id },
      { account: accounts.buyerCredit(parcel.orderId), amount: fen(-total), detail: refundId },
    ],
  });
}
