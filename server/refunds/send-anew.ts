import { DomainError } from '#server/kernel/errors.ts';
import { isUuid } from '#server/kernel/ids.ts';
import { sendRefundAnew } from '#server/payments/index.ts';
import { authorize, type Ctx, recordChange, transact } from '#server/platform/index.ts';
import type { SendAnew } from './contract.ts';

/** The bookkeeper has seen why a refund failed and has it sent once more. Of two who do it at once, one is refused. */
export async function sendFailedRefundAnew(ctx: Ctx, paymentRefundId: string, { reason }: SendAnew): Promise<void> {
  authorize(ctx, 'refunds.send-anew');
  if (!isUuid(paymentRefundId)) throw new DomainError('not-found', 'payments.refund-unknown');
  await transact(ctx, async (tx) => {
    await sendRefundAnew(tx, paymentRefundId);
    await recordChange(tx, { subject: 'payment-refund', subjectId: paymentRefundId, what: 'sent-anew', reason });
  });
}
