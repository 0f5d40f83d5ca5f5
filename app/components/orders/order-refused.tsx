import { useActionData, useLocation, useParams } from '@remix-run/react';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';

/** What stands when a step of an order was refused: why, and the way back to the order. */
export function OrderRefused() {
  const t = useT();
  const { number = '' } = useParams();
  const { search } = useLocation();
  const sent = useActionData<Sent>();
  return (
    <div className="page page-narrow stack">
      <h1>{t('orders.order.title', { number })}</h1>
      <Refusal of={sent?.refusal ?? { code: 'unknown' }} />
      <a className="btn" href={`/orders/${number}${search}`}>
        {t('orders.pay.leave')}
      </a>
    </div>
  );
}
