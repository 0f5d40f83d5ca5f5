import { DomainError } from '#server/kernel/errors.ts';
import type { Ctx } from '#server/platform/index.ts';
import type { CreditView, PartView, RefundByHandView } from './contract.ts';
import { findCredits, findParts, findRefundsByHand } from './find-bank.ts';
import { findCashRefunds } from './find-cash.ts';

/** One of those that wait, for its own page. */
export async function getCredit(ctx: Ctx, id: string): Promise<CreditView> {
  return found(
    (await findCredits(ctx)).find((credit) => credit.id === id),
    'bank.credit-unknown',
  );
}

export async function getPart(ctx: Ctx, paymentId: string): Promise<PartView> {
  return found(
    (await findParts(ctx)).find((part) => part.paymentId === paymentId),
    'bank.code-unknown',
  );
}

export async function getRefundByHand(ctx: Ctx, id: string): Promise<RefundByHandView> {
  return found(
    (await findRefundsByHand(ctx)).find((refund) => refund.id === id),
    'bank.refund-unknown',
  );
}

export async function getCashRefund(ctx: Ctx, organizationId: string, id: string): Promise<RefundByHandView> {
  return found(
    (await findCashRefunds(ctx, organizationId)).find((refund) => refund.id === id),
    'bank.refund-unknown',
  );
}

function found<T>(one: T | undefined, code: string): T {
  if (!one) throw new DomainError('not-found', code);
  return one;
}
