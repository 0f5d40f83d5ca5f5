import { Confirm } from '#app/components/form/confirm.tsx';
import { ChooseProvider } from '#app/components/orders/choose-provider.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { ReceiptView } from '#server/orders/contract.ts';

type OrderActionsProps = {
  order: ReceiptView;
  accessKey: string | null;
  /** The ways to pay that are offered for it; none when it cannot be paid. */
  ways: string[];
};

/** How the order stands in a sentence, and what its buyer can do about it. */
export function OrderActions({ order, accessKey, ways }: OrderActionsProps) {
  const t = useT();
  const language = useLanguage();
  const key = accessKey ? `?key=${encodeURIComponent(accessKey)}` : '';
  const came = order.payment?.state;
  const isBack = came === 'refunded' || came === 'succeeded';
  const payable = ways.length > 0 && (order.state === 'placed' || (order.state === 'lapsed' && !isBack));
  // What was paid is looked after by OrderCare and told by OrderRefunds.
  if (order.paidAt !== null || order.state === 'paid' || order.state === 'completed') return null;
  return (
    <section className="panel stack">
      <p>
        {order.state === 'placed'
          ? t('orders.order.heldUntil', { time: formatMoment(order.holdExpiresAt, language) })
          : t(isBack ? (came === 'refunded' ? refundOf : goingBackOf)[order.state] : explanationOf[order.state])}
      </p>
      {order.state === 'placed' && came === 'failed' ? <p>{t('payments.came.failed')}</p> : null}
      {order.state === 'placed' && ways.length === 0 ? <p>{t('payments.noneOpen')}</p> : null}
      {payable ? (
        <div className="row">
          <form method="post" action={`/orders/${order.number}/payment${key}`} className="stack">
            <ChooseProvider ways={ways} />
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

/** Money came in that the order had no use for, and is on its way back. */
const goingBackOf = {
  lapsed: 'payments.goingBack.lapsed',
  cancelled: 'payments.goingBack.cancelled',
} as const;

/** Why money came in and went back. */
const refundOf = {
  lapsed: 'orders.order.refunded',
  cancelled: 'orders.order.refundedCancelled',
} as const;
