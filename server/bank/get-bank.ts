import { DomainError } from '#server/kernel/errors.ts';
import { isUuid } from '#server/kernel/ids.ts';
import type { Ctx } from '#server/platform/index.ts';
import type { CreditView, PartView, RefundByHandView, WaitingLine } from './contract.ts';
import { findCredits, findParts, findRefundsByHand, findWaitingLines } from './find-bank.ts';
import { findCashRefunds } from './find-cash.ts';

/**
 * One of those that wait for a person, for its own page; also when it waits no longer, so that who is refused because
 * somebody was faster keeps what he typed.
 */
export function getWaitingLine(ctx: Ctx, id: string): Promise<WaitingLine> {
  return only(id, 'bank.line-unknown', () => findWaitingLines(ctx, id));
}

export function getCredit(ctx: Ctx, id: string): Promise<CreditView> {
  return only(id, 'bank.credit-unknown', () => findCredits(ctx, id));
}

export function getPart(ctx: Ctx, paymentId: string): Promise<PartView> {
  return only(paymentId, 'bank.code-unknown', () => findParts(ctx, paymentId));
}

export function getRefundByHand(ctx: Ctx, id: string): Promise<RefundByHandView> {
  return only(id, 'bank.refund-unknown', () => findRefundsByHand(ctx, id));
}

export function getCashRefund(ctx: Ctx, organizationId: string, id: string): Promise<RefundByHandView> {
  return only(id, 'bank.refund-unknown', () => findCashRefunds(ctx, organizationId, id));
}

async function only<T>(id: string, code: string, find: () => Promise<T[]>): Promise<T> {
  const [one] = isUuid(id) ? await find() : [];
  if (!one) throw new DomainError('not-found', code);
  return one;
}
