import { Confirm } from '#app/components/form/confirm.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { ReceiptView } from '#server/orders/contract.ts';

/** How the order stands in a sentence, and what its buyer can do about it. */
export function OrderActions({ order, accessKey }: { order: ReceiptView; accessKey: string | null }) {
  const t = useT();
  const language = useLanguage();
  const key = accessKey ? `?key=${encodeURIComponent(accessKey)}` : '';
  const payable = order.state === 'placed' || (order.state === 'lapsed' && order.payment?.state !== 'refunded');
  if (order.state === 'paid' || order.state === 'completed') return null;
  return (
    <section className="panel stack">
      <p>
        {order.state === 'placed'
          ? t('orders.order.heldUntil', { time: formatMoment(order.holdExpiresAt, language) })
          : t(order.payment?.state === 'refunded' ? refundOf[order.state] : explanationOf[order.state])}
      </p>
      {payable ? (
        <div className="row">
          <form method="post" action={`/orders/${order.number}/payment${key}`}>
            <button type="submit" className="btn btn-large">
              {t(order.state === 'placed' ? 'orders.order.payNow' : 'orders.order.payAgain')}
            </button>
          </form>
          {order.state === 'placed' ? (
            <Confirm ask={t('orders.order.cancel')} consequence={t('orders.order.cancelSure')}>
              <form method="post" action={`/orders/${order.number}/cancellation${key}`}>
                <button type="submit" className="btn btn-danger">
                  {t('orders.order.cancel')}
                </button>
              </form>
            </Confirm>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

const explanationOf = {
  lapsed: 'orders.order.lapsedDetail',
  cancelled: 'orders.order.cancelledDetail',
} as const;

/** Why money came in and went back. */
const refundOf = {
  lapsed: 'orders.order.refunded',
  cancelled: 'orders.order.refundedCancelled',
} as const;
