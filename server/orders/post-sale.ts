import { type Fen, fen } from '#server/kernel/money.ts';
import { type PostingInput, postEntry } from '#server/ledger/index.ts';
import type { Tx } from '#server/platform/index.ts';
import { accounts } from './accounts.ts';
import type { Earned } from './earning.ts';

export type PaidParcel = { id: string; organizationId: string; freight: Fen };

/** What somebody other than the seller bears of a line's discount. */
export type FundedDiscount = { lineId: string; funder: string; fen: Fen };

export type Sale = {
  orderId: string;
  provider: string;
  total: Fen;
  parcels: readonly PaidParcel[];
  earned: Earned;
  discounts: readonly FundedDiscount[];
};

/**
 * Posts a paid order as one entry: the provider owes us the total, and who funds a discount owes what he bears; of it households, sellers, packing, the carrier and
 * the platform have earned theirs, line by line, so that a refund can reverse exactly its line.
 */
export async function postSale(tx: Tx, sale: Sale): Promise<void> {
  const postings: PostingInput[] = [
    { account: accounts.clearing(sale.provider), amount: sale.total, detail: null },
    ...sale.discounts.map(({ lineId, funder, fen: amount }) => ({
      account: accounts.promotion(funder),
      amount,
      detail: lineId,
    })),
    ...sale.parcels.flatMap((parcel) => parcelPostings(parcel, sale.earned)),
  ];
  await postEntry(tx, { key: `sale:${sale.orderId}`, kind: 'sale', reference: sale.orderId, postings });
}

function parcelPostings(parcel: PaidParcel, earned: Earned): PostingInput[] {
  const owes = (amount: Fen) => fen(-amount);
  const lines = earned.lines.filter((line) => line.parcelId === parcel.id);
  return [
    ...lines.flatMap((line) => [
      ...earned.allocations
        .filter(({ lineId }) => lineId === line.id)
        .map(({ id, householdId, fen: amount }) => ({
          account: accounts.householdEarned(householdId),
          amount: owes(amount),
          detail: id,
        })),
      { account: accounts.sellerEarned(parcel.organizationId), amount: owes(line.seller), detail: line.id },
      { account: accounts.packing(parcel.organizationId), amount: owes(line.packing), detail: line.id },
      { account: accounts.platformFee(), amount: owes(line.platform), detail: line.id },
    ]),
    { account: accounts.freight(parcel.organizationId), amount: owes(parcel.freight), detail: parcel.id },
  ];
}
