import { addFen, type Fen, fen } from '#server/kernel/money.ts';
import { type BaseUnit, priceOfQuantity } from '#server/kernel/quantity.ts';

/** So much of one share sold in one line, and what that share has earned before. */
export type EarningAllocation = {
  id: string;
  lineId: string;
  shareId: string;
  householdId: string;
  quantity: number;
  agreedPrice: number;
  baseUnit: BaseUnit;
  earnedQuantity: number;
  earnedFen: number;
};

/** A line's money before the households' part is known; `sellerFunded` is the part of its discount that the seller bears. */
export type EarningLine = {
  id: string;
  parcelId: string;
  amount: Fen;
  sellerFunded: Fen;
  packing: Fen;
  platform: Fen;
};

export type Earned = {
  allocations: { id: string; lineId: string; shareId: string; householdId: string; quantity: number; fen: Fen }[];
  lines: (EarningLine & { household: Fen; seller: Fen })[];
};

/**
 * What households and sellers earn by a paid order. A household earns its agreed price times the quantity, rounded
 * cumulatively over its share: the fen of all sales of a share together are one rounding of their sum, so that many small
 * sales cost nobody a fen. The seller gets what is left of the line after household, packing, platform and the discount he bears
 * himself: a discount never touches a household.
 * Worked table: docs/algorithms/household-rounding.md.
 */
export function earn(allocations: readonly EarningAllocation[], lines: readonly EarningLine[]): Earned {
  const soFar = new Map<string, { quantity: number; fen: number }>();
  const earned = allocations.map(({ id, lineId, shareId, householdId, quantity, agreedPrice, baseUnit, ...before }) => {
    const share = soFar.get(shareId) ?? { quantity: before.earnedQuantity, fen: before.earnedFen };
    const total = priceOfQuantity(share.quantity + quantity, agreedPrice, baseUnit);
    // A share whose refunds took back less than one rounding may stand above its total; nobody is ever charged for it.
    const amount = fen(Math.max(0, total - share.fen));
    soFar.set(shareId, { quantity: share.quantity + quantity, fen: share.fen + amount });
    return { id, lineId, shareId, householdId, quantity, fen: amount };
  });
  return {
    allocations: earned,
    lines: lines.map((line) => {
      const household = addFen(...earned.filter(({ lineId }) => lineId === line.id).map((part) => part.fen));
      return {
        ...line,
        household,
        seller: fen(line.amount - line.sellerFunded - household - line.packing - line.platform),
      };
    }),
  };
}
